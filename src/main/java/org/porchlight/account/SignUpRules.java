package org.porchlight.account;

import org.porchlight.settings.OwnersOnly;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who may sign up, once there is an owner. Safe for any thread. */
@Service
public class SignUpRules {
    private final JdbcClient database;
    private final OneTimeLinks links;
    private final CurrentMember me;
    private final ApplicationEventPublisher events;

    SignUpRules(JdbcClient database, OneTimeLinks links, CurrentMember me, ApplicationEventPublisher events) {
        this.database = database;
        this.links = links;
        this.me = me;
        this.events = events;
    }

    /** What an owner chose; until one does, people wait for approval. */
    public SignUpMode mode() {
        return database.sql("SELECT mode FROM sign_up")
                .query((row, number) -> SignUpMode.valueOf(row.getString("mode")))
                .optional()
                .orElse(SignUpMode.APPROVAL);
    }

    /** Holds at once. */
    @OwnersOnly
    public void choose(SignUpMode wanted) {
        SignUpMode before = mode();
        if (before != wanted) {
            database.sql(
                            "INSERT INTO sign_up (id, mode) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET mode = excluded.mode")
                    .param(wanted.name())
                    .update();
            events.publishEvent(new SignUpModeChanged(me.get(), before, wanted));
        }
    }

    /** A new invitation, valid once, for a day: whoever signs up with it is in at once. To be shown once; only its hash is kept. */
    @OwnersOnly
    public String invite() {
        Secret secret = links.invitation();
        events.publishEvent(new InvitationMade(me.get()));
        return secret.text();
    }

    /** Whether somebody could sign up with this invitation now. */
    public boolean invites(String invitation) {
        return mode() != SignUpMode.CLOSED && links.invites(new Secret(invitation));
    }

    /** Uses an invitation up: true for the one who does. */
    boolean take(String invitation) {
        return links.takeInvitation(new Secret(invitation));
    }
}
