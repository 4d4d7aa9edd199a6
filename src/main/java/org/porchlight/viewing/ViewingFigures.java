package org.porchlight.viewing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much was looked, and when, by the clock of the house.
 *
 * @param days how many viewings began on each day; also those with none
 * @param week how many began in each of the 24 hours of each day of the week, from Monday on
 * @param people who looked how often, the most frequent first
 * @param cameras through which camera, the most frequent first
 */
public record ViewingFigures(
        LogSummary all,
        SortedMap<LocalDate, Integer> days,
        List<List<Integer>> week,
        List<Share> people,
        List<Share> cameras) {

    public ViewingFigures {
        days = new TreeMap<>(days);
        week = List.copyOf(week);
        people = List.copyOf(people);
        cameras = List.copyOf(cameras);
    }

    /** How many began in each of the 24 hours of that day of the week. */
    public List<Integer> hours(DayOfWeek day) {
        return week.get(day.ordinal());
    }

    /** What one person or camera has of it. */
    public record Share(String name, long viewings) {}
}
