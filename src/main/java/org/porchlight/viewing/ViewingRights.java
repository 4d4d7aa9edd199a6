package org.porchlight.viewing;

import java.util.Optional;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.media.Sentence;
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
     * @param refusal the key of the sentence that refuses it: the name of whose viewing it is stands in it
     */
    Optional<Sentence> refusal(long id, String refusal) {
        Member asking = me.get();
        return rows.find(id)
                .filter(viewing -> !asking.owner() && viewing.memberId() != asking.id())
                .map(viewing -> Sentence.of(refusal, viewing.username()));
    }
}
