package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.test.context.support.WithMockUser;

class MainLayoutTest extends PageTest {

    @Test
    @WithMockUser(username = "Ana", roles = "OWNER")
    void anOwnerFindsEveryPage() {
        navigate(LiveView.class);
        assertThat(links())
                .containsExactlyInAnyOrder(
                        List.of("Live", "Logs", "Overview", "People", "Storage", "Settings"),
                        List.of("Live", "Logs", "People", "Settings"));
    }

    @Test
    @WithMockUser(username = "Ben", roles = "MEMBER")
    void aMemberIsNotShownWhatOnlyOwnersMayOpen() {
        become("Ben");
        navigate(LiveView.class);
        assertThat(links()).containsExactlyInAnyOrder(List.of("Live", "Logs", "Overview"), List.of("Live", "Logs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"people", "settings", "storage"})
    @WithMockUser(username = "Ben", roles = "MEMBER")
    void whatIsForOwnersSaysSoToMembers(String address) {
        become("Ben");
        navigate(address, NotAllowedPage.class);
        assertThat($(H1.class).single().getText()).isEqualTo("This page is for owners");
    }

    @Test
    @WithMockUser(username = "Ana", roles = "OWNER")
    void everyoneCanSignOutOnDeskAndPhone() {
        navigate(AccountView.class);
        assertThat($(Button.class).withText("Sign out").all())
                .as("in the rail, and on the page that the phone's bar leads to")
                .hasSize(2);
    }

    @Test
    @WithMockUser(username = "Ana", roles = "OWNER")
    void aPageSpeaksTheLanguageOfItsUser() {
        UI.getCurrent().setLocale(Locale.GERMANY);
        navigate(AccountView.class);
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Konto – Porchlight");
    }

    private List<List<String>> links() {
        return $(SideNav.class).all().stream()
                .map(nav -> nav.getItems().stream().map(SideNavItem::getLabel).toList())
                .toList();
    }
}
