package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.porchlight.token.Token;
import org.porchlight.token.Tokens;
import org.springframework.beans.factory.annotation.Autowired;

class TokensCardTest extends OwnerPageTest {

    @Autowired
    Tokens tokens;

    @Test
    void aTokenIsShownOnceAndCanBeRevoked() {
        navigate(SettingsView.class);
        test(field(Tokens.NAME)).setValue("Home <b>Assistant</b>");
        test(button("Make a token")).click();

        assertThat(field("Token").getValue()).startsWith("pl_");
        assertThat(field("Token").isReadOnly()).isTrue();
        assertThat(field("Address").getValue()).endsWith("/live/1.mjpeg");
        Token token = tokens.all().getFirst();
        assertThat(token.name()).isEqualTo("Home <b>Assistant</b>");
        test(button("Done")).click();
        assertThat($(TextField.class).withValue("pl_").exists()).isFalse();
        assertThat($(Paragraph.class).withTextContaining("Never used").exists()).isTrue();

        test(button("Revoke")).click();
        test($(ConfirmDialog.class).single()).confirm();

        assertThat(tokens.all()).isEmpty();
    }

    @Test
    void aNameThatCannotBeTakenIsToldAtTheField() {
        navigate(SettingsView.class);
        test(button("Make a token")).click();

        assertThat(field(Tokens.NAME).isInvalid()).isTrue();
        assertThat(field(Tokens.NAME).getErrorMessage()).startsWith("Enter a name");
    }

    private TextField field(String label) {
        return $(TextField.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .single();
    }

    private Button button(String text) {
        return $(Button.class).withText(text).single();
    }
}
