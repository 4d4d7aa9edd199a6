package org.porchlight.viewing;

import java.util.Optional;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.springframework.stereotype.Component;

/** Who may change what stands in the log: members their own viewings, owners all. */
@Component
class ViewingRights {

    private final ViewingRows rows;
    private final CurrentMember me;

    ViewingRights(ViewingRows rows, CurrentMember me) {
        this.rows = rows;
        this.me = me;
    }

    /**
     * Why whoever asks may not; empty when they may, or when there is no such viewing.
     *
     * @param what as it ends a sentence: "delete this viewing"
     */
    Optional<String> refusal(long id, String what) {
        Member asking = me.get();
        return rows.find(id)
                .filter(viewing -> !asking.owner() && viewing.memberId() != asking.id())
                .map(viewing -> "Only " + viewing.username() + " or an owner can " + what + ".");
    }
}
