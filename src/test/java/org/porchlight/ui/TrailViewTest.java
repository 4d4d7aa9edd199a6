package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.porchlight.account.AsMember;
import org.porchlight.account.SignInFailed;
import org.porchlight.trail.TrailLine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class TrailViewTest extends OwnerPageTest {

    private static final String MARKUP = "<img src=x onerror=alert(1)>";

    @Autowired
    ApplicationEventPublisher events;

    @Test
    @SuppressWarnings("unchecked")
    void whatWasDoneIsShownAsText() {
        events.publishEvent(new SignInFailed(MARKUP, SignInFailed.Why.WRONG));
        navigate(TrailView.class);

        Grid<TrailLine> grid = $(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(1);
        Component who = test(grid).getCellComponent(0, 0);
        Component what = test(grid).getCellComponent(0, 2);
        assertThat(who.getElement().getTextRecursively()).contains(MARKUP);
        assertThat(who.getElement().getOuterHTML()).doesNotContain("<img").contains("&lt;img");
        assertThat(what.getElement().getTextRecursively()).contains("Sign-in failed", "do not match");
        assertThat($(Paragraph.class).withTextContaining("1 line").exists()).isTrue();
    }

    @Test
    @AsMember("Ben")
    void aMemberIsShownNoPageOfOwners() {
        List<RouteData> owners = RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .filter(route -> route.getNavigationTarget().isAnnotationPresent(RolesAllowed.class))
                .toList();

        assertThat(owners).extracting(RouteData::getTemplate).contains("settings", "people", "trail");
        for (RouteData route : owners) {
            navigate(route.getTemplate(), NotAllowedPage.class);
            assertThat($(H1.class).single().getText()).as(route.getTemplate()).isNotEqualTo("Trail");
            assertThat($(Div.class).withClassName("pl-settings").exists()).isFalse();
        }
    }
}
