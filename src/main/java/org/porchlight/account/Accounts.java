package org.porchlight.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/**
 * The members' table. Each change is one statement that writes only what it knows and looks itself whether it may: two owners
 * who shut each other out at the same moment leave one of them.
 */
interface Accounts extends ListCrudRepository<Account, Long> {

    /** Whatever is done to this account, there is an owner left. */
    String ANOTHER_OWNER = " AND EXISTS (SELECT 1 FROM member AS other"
            + " WHERE other.role = 'OWNER' AND other.state = 'ACTIVE' AND other.id <> :id)";

    Optional<Account> findByNameKey(String nameKey);

    Optional<Account> findFirstByRoleAndStateOrderById(Role role, State state);

    List<Account> findByRoleAndStateOrderById(Role role, State state);

    List<Account> findByStateOrderById(State state);

    int countByState(State state);

    @Modifying
    @Query("UPDATE member SET state = 'ACTIVE' WHERE id = :id AND state = :before")
    boolean activate(long id, State before);

    @Modifying
    @Query("DELETE FROM member WHERE id = :id AND state = 'WAITING'")
    boolean refuse(long id);

    @Modifying
    @Query("UPDATE member SET role = 'OWNER' WHERE id = :id AND role = 'MEMBER' AND state = 'ACTIVE'")
    boolean makeOwner(long id);

    @Modifying
    @Query("UPDATE member SET role = 'MEMBER' WHERE id = :id AND role = 'OWNER'" + ANOTHER_OWNER)
    boolean makeMember(long id);

    @Modifying
    @Query("UPDATE member SET state = 'DISABLED' WHERE id = :id AND state = 'ACTIVE'" + ANOTHER_OWNER)
    boolean disable(long id);

    @Modifying
    @Query("DELETE FROM member WHERE id = :id AND state <> 'WAITING'" + ANOTHER_OWNER)
    boolean remove(long id);

    @Modifying
    @Query("UPDATE member SET password_hash = :hash WHERE id = :id")
    boolean setPassword(long id, String hash);

    @Modifying
    @Query("UPDATE member SET password_hash = :hash WHERE id = :id AND password_hash = :before")
    boolean changePassword(long id, String before, String hash);

    @Modifying
    @Query("UPDATE member SET seen_at = :at WHERE id = :id")
    boolean seen(long id, Instant at);
}
