package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.porchlight.camera.Cameras;
import org.porchlight.camera.Welcome;
import org.porchlight.settings.InvalidInput;

/** The first minute: the house's first owner sees what was found, and chooses their camera. */
@Route(value = "welcome", autoLayout = false)
@RolesAllowed("OWNER")
@StyleSheet("cameras.css")
public class WelcomeView extends DoorPage implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Welcome welcome;
    private final SourceChooser sources;
    private final TextField name = new TextField(Cameras.CAMERA_NAME);

    WelcomeView(Welcome welcome, Cameras cameras, SourceChooser sources) {
        this.welcome = welcome;
        this.sources = sources;
        addClassName("pl-welcome");
        say(translate("welcome.title"), translate("welcome.lead"));
        name.setLabel(translate("welcome.name"));
        name.setValue(cameras.first().name());
        Button use = new Button(translate("welcome.use"), click -> use());
        use.addThemeVariants(ButtonVariant.PRIMARY);
        use.addThemeName("large");
        Button later = new Button(translate("welcome.later"), click -> later());
        later.addThemeVariants(ButtonVariant.TERTIARY);
        Div form = new Div(sources, name, use, later);
        form.addClassName("pl-door-form");
        offer(form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!welcome.isDue()) {
            event.forwardTo(LiveView.class);
        }
    }

    private void later() {
        welcome.skip();
        UI.getCurrent().navigate(LiveView.class);
    }

    private void use() {
        FieldProblems problems = sources.problems().at(Cameras.CAMERA_NAME, name);
        problems.clear();
        try {
            welcome.use(name.getValue(), sources.source());
            UI.getCurrent().navigate(LiveView.class);
        } catch (InvalidInput invalid) {
            problems.show(invalid.problems());
        }
    }

    @Override
    public String getPageTitle() {
        return translate("title.welcome");
    }
}
