package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.TestHouse;
import org.porchlight.account.Members;
import org.porchlight.account.SetupCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing up and in, in the order in which a household does. */
@TestHouse
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoorPagesTest extends SpringBrowserlessTest {
    private static final String PASSWORD = "under the old lamp";

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void keepDataIn(DynamicPropertyRegistry properties) {
        TestHouse.In.folder(properties, folder);
    }

    @Autowired
    SetupCode code;

    @Autowired
    Members members;

    @Test
    @Order(1)
    void beforeThereIsAnybodyTheSignInLeadsToTheFirstAccount() {
        navigate("login", SignUpView.class);

        test(text("Username")).setValue("Ana");
        test(password("Password")).setValue("short");
        test(password("Repeat password")).setValue("other");
        test(text("Setup code")).setValue("nonsense");
        test($(Button.class).withText("Sign up").single()).click();

        assertThat(text("Username").isInvalid()).isFalse();
        assertThat(password("Password").getErrorMessage()).contains("at least 8 characters");
        assertThat(password("Repeat password").getErrorMessage()).contains("differ");
        assertThat(text("Setup code").getErrorMessage()).contains("not the code");
        assertThat(members.none()).isTrue();

        test(password("Password")).setValue(PASSWORD);
        test(password("Repeat password")).setValue(PASSWORD);
        test(text("Setup code")).setValue(code.display());
        test($(Button.class).withText("Sign up").single()).click();

        assertThat(getCurrentView()).isInstanceOf(SignedUpView.class);
        assertThat($(H1.class).single().getText()).isEqualTo("Your account is made, Ana");
    }

    @Test
    @Order(2)
    void laterOnesAreToldThatTheyHaveToBeLetIn() {
        navigate(SignUpView.class);
        assertThat($(TextField.class).withCaption("Setup code").exists()).isFalse();

        test(text("Username")).setValue("<b>Ben</b>");
        test(password("Password")).setValue(PASSWORD);
        test(password("Repeat password")).setValue(PASSWORD);
        test($(Button.class).withText("Sign up").single()).click();

        assertThat($(H1.class).single().getText()).isEqualTo("An owner has to let you in");
        assertThat(members.waiting())
                .singleElement()
                .satisfies(ben -> assertThat(ben.username()).isEqualTo("<b>Ben</b>"));
    }

    @Test
    @Order(3)
    void aWrongPasswordIsToldWithoutSayingMore() {
        UI.getCurrent().navigate("login", QueryParameters.of("error", ""));
        assertThat($(Div.class)
                        .withClassName("pl-problem")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .isEqualTo("That name and password do not match.");
    }

    @Test
    @Order(4)
    void theConfirmationIsForWhoeverSignedUpHere() {
        navigate("signup/done", LoginView.class);
    }

    private TextField text(String label) {
        return $(TextField.class).withCaption(label).single();
    }

    private PasswordField password(String label) {
        return $(PasswordField.class).withCaption(label).single();
    }
}
