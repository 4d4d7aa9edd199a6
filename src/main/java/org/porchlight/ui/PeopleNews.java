package org.porchlight.ui;

import org.porchlight.account.CurrentMember;
import org.porchlight.account.MemberChanged;
import org.porchlight.account.MemberSignedIn;
import org.porchlight.account.SessionEnded;
import org.porchlight.account.SignUpModeChanged;
import org.porchlight.viewing.ViewingBegan;
import org.porchlight.viewing.ViewingEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells pages that something about the people of the house changed, or about what they watch. */
@Component
class PeopleNews extends News {

    PeopleNews(CurrentMember me) {
        super(me);
    }

    @EventListener({
        MemberChanged.class,
        MemberSignedIn.class,
        SessionEnded.class,
        SignUpModeChanged.class,
        ViewingBegan.class,
        ViewingEnded.class
    })
    void changed() {
        tell();
    }
}
