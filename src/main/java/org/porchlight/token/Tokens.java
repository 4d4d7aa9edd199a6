package org.porchlight.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.account.Secret;
import org.porchlight.camera.CameraRemoved;
import org.porchlight.camera.Cameras;
import org.porchlight.media.Sentence;
import org.porchlight.settings.InvalidInput;
import org.porchlight.settings.OwnersOnly;
import org.porchlight.settings.PlainText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The tokens of the house. They are few, and looked up in memory: a wrong one costs a hash. Safe for any thread. */
@Service
public class Tokens {

    /** Label of the field, as it stands in the English page. */
    public static final String NAME = "Program";

    private static final int LONGEST_NAME = 40;
    /** So that people, and tools that search for secrets, know one when they see it. */
    private static final String PREFIX = "pl_";

    private static final Duration USE_IS_WRITTEN_EVERY = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final Cameras cameras;
    private final CurrentMember me;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, Token> byHash = new ConcurrentHashMap<>();

    Tokens(JdbcClient database, Cameras cameras, CurrentMember me, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.cameras = cameras;
        this.me = me;
        this.events = events;
        this.clock = clock;
        database.sql("SELECT * FROM token")
                .query((row, number) -> Map.entry(row.getString("hash"), read(row)))
                .list()
                .forEach(entry -> byHash.put(entry.getKey(), entry.getValue()));
    }

    /**
     * A token that was just made.
     *
     * @param secret what the program has to say; shown now, and never again
     */
    public record Made(Token token, String secret) {

        @Override
        public String toString() {
            return token.toString(); // a secret is not for logs
        }
    }

    /** Every token, the first one first. */
    @OwnersOnly
    public List<Token> all() {
        return byHash.values().stream()
                .sorted(Comparator.comparingLong(Token::id))
                .toList();
    }

    /**
     * Makes a token for one camera.
     *
     * @throws InvalidInput when the name cannot be taken
     */
    @OwnersOnly
    public Made make(String typedName, long cameraId, Token.Kind kind) throws InvalidInput {
        String name = PlainText.onOneLine(typedName);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new InvalidInput(NAME, Sentence.of("input.name", LONGEST_NAME));
        }
        if (cameras.find(cameraId).isEmpty()) {
            throw new InvalidInput(NAME, Sentence.of("input.cameraGone"));
        }
        Secret secret = new Secret(PREFIX + Secret.random().text());
        String hash = secret.hash();
        Member by = me.get();
        Instant now = Instant.ofEpochMilli(clock.millis());
        Token asked = new Token(0, name, cameraId, kind, by.username(), now, null);
        Token token;
        synchronized (this) {
            if (all().stream().anyMatch(other -> other.name().equalsIgnoreCase(name))) {
                throw new InvalidInput(NAME, Sentence.of("input.tokenNameTaken"));
            }
            token = insert(asked, hash);
            byHash.put(hash, token);
        }
        events.publishEvent(new TokenMade(by, token));
        return new Made(token, secret.text());
    }

    /** Revokes a token; what is streamed to it ends at once. Nothing happens when it is gone already. */
    @OwnersOnly
    public void revoke(long id) {
        for (Map.Entry<String, Token> entry : byHash.entrySet()) {
            if (entry.getValue().id() == id && byHash.remove(entry.getKey()) != null) {
                database.sql("DELETE FROM token WHERE id = ?").param(id).update();
                events.publishEvent(new TokenRevoked(me.get(), entry.getValue()));
            }
        }
    }

    /** There is nothing left that these open. */
    @EventListener
    void on(CameraRemoved removed) {
        byHash.values().stream()
                .filter(token -> token.cameraId() == removed.camera().id())
                .forEach(token -> revoke(token.id()));
    }

    /** Whether this token was revoked since. */
    public boolean isRevoked(Token token) {
        return byHash.values().stream().noneMatch(held -> held.id() == token.id());
    }

    /** The token of this secret; it has been used now. */
    Optional<Token> use(String secret) {
        String hash = new Secret(secret).hash();
        Token token = byHash.get(hash);
        if (token == null) {
            return Optional.empty();
        }
        Instant now = Instant.ofEpochMilli(clock.millis());
        Instant before = token.usedAt();
        if (before == null || before.plus(USE_IS_WRITTEN_EVERY).isBefore(now)) {
            database.sql("UPDATE token SET used_at = ? WHERE id = ?")
                    .params(now.toEpochMilli(), token.id())
                    .update();
            byHash.computeIfPresent(hash, (key, held) -> held.used(now));
        }
        return Optional.of(token);
    }

    private Token insert(Token asked, String hash) {
        return database.sql("""
                        INSERT INTO token (name, camera_id, kind, hash, made_by, made_at)
                        VALUES (?, ?, ?, ?, ?, ?) RETURNING *""")
                .params(
                        asked.name(),
                        asked.cameraId(),
                        asked.kind().name(),
                        hash,
                        asked.madeBy(),
                        asked.madeAt().toEpochMilli())
                .query((row, number) -> read(row))
                .single();
    }

    private static Token read(ResultSet row) throws SQLException {
        long used = row.getLong("used_at");
        return new Token(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("camera_id"),
                Token.Kind.valueOf(row.getString("kind")),
                row.getString("made_by"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                used == 0 ? null : Instant.ofEpochMilli(used));
    }
}
