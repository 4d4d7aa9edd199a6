package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.PasswordField;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "Ana", roles = "OWNER")
class AccountViewTest extends PageTest {

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    JdbcClient database;

    @Test
    void whatIsWrongWithANewPasswordStandsAtItsFieldAndNothingChanges() {
        navigate(AccountView.class);
        fill("not my password", "short", "other");

        assertThat(field("Present password").getErrorMessage()).isEqualTo("This is not your password.");
        assertThat(field("New password").getErrorMessage()).isEqualTo("Choose a password of at least 8 characters.");
        assertThat(field("Repeat new password").getErrorMessage()).startsWith("The two passwords differ.");
        assertThat(holds(PASSWORD)).isTrue();
    }

    @Test
    void aNewPasswordHoldsAtOnce() {
        navigate(AccountView.class);
        fill(PASSWORD, "behind the green door", "behind the green door");

        assertThat($(Notification.class).all())
                .extracting(notification -> test(notification).getText())
                .contains("Your password is changed. Other devices are signed out.");
        assertThat(holds("behind the green door")).isTrue();
        assertThat(field("New password").getValue()).isEmpty();

        fill("behind the green door", PASSWORD, PASSWORD);
        assertThat(holds(PASSWORD)).isTrue();
    }

    private void fill(String present, String wanted, String repeat) {
        test(field("Present password")).setValue(present);
        test(field("New password")).setValue(wanted);
        test(field("Repeat new password")).setValue(repeat);
        test($(Button.class).withText("Change password").single()).click();
    }

    private PasswordField field(String label) {
        return $(PasswordField.class).withCaption(label).single();
    }

    private boolean holds(String password) {
        return encoder.matches(
                password,
                database.sql("SELECT password_hash FROM member WHERE username = 'Ana'")
                        .query((row, number) -> row.getString("password_hash"))
                        .single());
    }
}
