package org.porchlight.viewing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A filter as SQL.
 *
 * @param sql from WHERE on
 * @param params what stands in it by name
 */
record LogQuery(String sql, Map<String, Object> params) {

    /** The lines that a filter leaves. */
    static LogQuery of(LogFilter filter, ZoneId zone) {
        // The indexes hold only what is shown, so each query has to say that it wants no more.
        List<String> conditions = new ArrayList<>(List.of("viewing.trashed_at IS NULL"));
        Map<String, Object> params = new HashMap<>();
        LocalDate from = filter.from();
        if (from != null) {
            conditions.add("viewing.started_at >= :from");
            params.put("from", begin(from, zone).toEpochMilli());
        }
        LocalDate to = filter.to();
        if (to != null) {
            conditions.add("viewing.started_at < :until");
            params.put("until", begin(to.plusDays(1), zone).toEpochMilli());
        }
        conditions.addAll(whose(filter, params));
        if (filter.recordedOnly()) {
            conditions.add("recorded = 1"); // no parameter: an index that holds only these would not serve it
        }
        return new LogQuery(" WHERE " + String.join(" AND ", conditions), params);
    }

    /** What a filter says of person and camera, for whatever table has both. @param params gets their values */
    static List<String> whose(LogFilter filter, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        if (filter.username() != null) {
            conditions.add("username = :username");
            params.put("username", filter.username());
        }
        if (filter.cameraId() != null) {
            conditions.add("camera_id = :camera");
            params.put("camera", filter.cameraId());
        }
        return conditions;
    }

    static Instant begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
