package org.porchlight.account;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/** The members' table. */
interface Accounts extends ListCrudRepository<Account, Long> {

    Optional<Account> findByNameKey(String nameKey);

    Optional<Account> findFirstByRoleOrderById(Role role);

    List<Account> findByStateOrderById(State state);
}
