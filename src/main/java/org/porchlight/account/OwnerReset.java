package org.porchlight.account;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.porchlight.account.MemberChanged.Change;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The way back in for an owner who forgot the password when no other owner can help: whoever can start Porchlight, and read what
 * it prints, asks for a link with {@code --porchlight.reset-owner=NAME}.
 */
@Component
public class OwnerReset {
    private final String asked;
    private final Accounts accounts;
    private final OneTimeLinks links;
    private final ApplicationEventPublisher events;

    OwnerReset(
            @Value("${porchlight.reset-owner:}") String asked,
            Accounts accounts,
            OneTimeLinks links,
            ApplicationEventPublisher events) {
        this.asked = asked;
        this.accounts = accounts;
        this.links = links;
        this.events = events;
    }

    /**
     * A link with which that owner chooses another password, as one that another owner makes: it works once, for a day, and the
     * one before it works no longer.
     *
     * @param address begins it, up to the secret
     * @return what to print; empty when nothing was asked for, or nobody has an account
     */
    public Optional<String> line(String address) {
        List<Account> owners = accounts.findByRoleAndStateOrderById(Role.OWNER, State.ACTIVE);
        if (asked.isBlank() || owners.isEmpty()) {
            return Optional.empty();
        }
        String key = Username.of(asked).key();
        return owners.stream()
                .filter(owner -> owner.nameKey().equals(key))
                .findFirst()
                .map(owner -> "New password for " + owner.username() + ": " + address + link(owner))
                .or(() ->
                        Optional.of("No owner is called \"" + Username.of(asked).visible() + "\". The owners: "
                                + owners.stream().map(Account::username).collect(Collectors.joining(", "))));
    }

    private String link(Account owner) {
        Secret secret = links.reset(owner.id());
        events.publishEvent(new MemberChanged(null, owner.member(), Change.RESET_AT_START));
        return secret.text();
    }
}
