package org.porchlight.camera;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cameras as they are kept in the database. */
@Repository
class CameraRows {

    private final JdbcClient database;

    CameraRows(JdbcClient database) {
        this.database = database;
    }

    List<Camera> all() {
        return database.sql("select id, name, source, width, height from camera order by id")
                .query((row, number) -> new Camera(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("source"),
                        row.getInt("width"),
                        row.getInt("height")))
                .list();
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
}
