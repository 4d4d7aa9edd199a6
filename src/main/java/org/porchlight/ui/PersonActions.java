package org.porchlight.ui;

import org.porchlight.account.Member;
import org.porchlight.viewing.Viewing;

/** What an owner can do about somebody. */
interface PersonActions {

    void letIn(Member who);

    void refuse(Member who);

    void makeOwner(Member who);

    void makeMember(Member who);

    void disable(Member who);

    void enable(Member who);

    void remove(Member who);

    void export(Member who);

    void resetPassword(Member who);

    void endViewing(Viewing viewing);
}
