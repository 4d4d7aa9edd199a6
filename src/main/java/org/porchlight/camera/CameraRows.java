package org.porchlight.camera;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cameras as they are kept in the database. */
@Repository
class CameraRows {

    private final JdbcClient database;

    CameraRows(JdbcClient database) {
        this.database = database;
    }

    /** A camera, and its shutter if that is closed. */
    record Kept(Camera camera, @Nullable Shutter shutter) {}

    /** Those that are there, in their order. */
    List<Kept> all() {
        return database.sql("select * from camera where removed_at is null order by position, id")
                .query((row, number) -> new Kept(camera(row), shutter(row)))
                .list();
    }

    /** Those that are not there any more, the last one first. */
    List<Camera> removed() {
        return database.sql("select * from camera where removed_at is not null order by removed_at desc, id desc")
                .query((row, number) -> camera(row))
                .list();
    }

    /** @return the same with its number, in the last place */
    Camera insert(Camera camera) {
        return database.sql("""
                        insert into camera (name, source, width, height, position)
                        values (:name, :source, :width, :height, (select coalesce(max(position), 0) + 1 from camera))
                        returning *""")
                .param("name", camera.name())
                .param("source", camera.source())
                .param("width", camera.width())
                .param("height", camera.height())
                .query((row, number) -> camera(row))
                .single();
    }

    void update(Camera camera) {
        database.sql(
                        "update camera set name = :name, source = :source, width = :width, height = :height where id = :id")
                .param("name", camera.name())
                .param("source", camera.source())
                .param("width", camera.width())
                .param("height", camera.height())
                .param("id", camera.id())
                .update();
    }

    void place(long id, int position) {
        database.sql("update camera set position = ? where id = ?")
                .params(position, id)
                .update();
    }

    /** Only its name stays: there may be a password in its source. */
    void remove(long id, Instant at) {
        database.sql("""
                        update camera set removed_at = :at, source = null, found_device = null,
                          shut_by = null, shut_at = null, shut_until = null where id = :id""").param("at", at.toEpochMilli()).param("id", id).update();
    }

    void shut(long id, @Nullable Shutter shutter) {
        Instant until = shutter == null ? null : shutter.until();
        database.sql("update camera set shut_by = :by, shut_at = :since, shut_until = :until where id = :id")
                .param("by", shutter == null ? null : shutter.by())
                .param("since", shutter == null ? null : shutter.since().toEpochMilli())
                .param("until", until == null ? null : until.toEpochMilli())
                .param("id", id)
                .update();
    }

    /** The device that was found for it when it was last looked for. */
    Optional<String> foundDevice(long id) {
        return database.sql("select found_device from camera where id = ? and found_device is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    void rememberDevice(long id, String device) {
        database.sql("update camera set found_device = ? where id = ?")
                .params(device, id)
                .update();
    }

    private static Camera camera(ResultSet row) throws SQLException {
        return new Camera(
                row.getLong("id"),
                row.getString("name"),
                row.getString("source"),
                row.getInt("width"),
                row.getInt("height"));
    }

    private static @Nullable Shutter shutter(ResultSet row) throws SQLException {
        String by = row.getString("shut_by");
        if (by == null) {
            return null;
        }
        Instant since = Instant.ofEpochMilli(row.getLong("shut_at"));
        long until = row.getLong("shut_until");
        return new Shutter(by, since, row.wasNull() ? null : Instant.ofEpochMilli(until));
    }
}
