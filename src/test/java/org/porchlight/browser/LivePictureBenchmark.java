package org.porchlight.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * No test, and not run with them: measures how old a picture is when Chromium shows it, how evenly one follows the other, and how
 * long the first one takes.
 *
 * <p>The camera sends each picture when it is due by the clock. Which picture is shown is read from its pixels: a bright square stands
 * further right with each. When: for H.264, the moment for which the browser's compositor expects to show the frame
 * (requestVideoFrameCallback); for JPEGs, the animation frame that finds the new one. All of it runs on one computer, by one
 * clock.
 */
@BrowserTest
class LivePictureBenchmark {

    private static final Logger log = LoggerFactory.getLogger(LivePictureBenchmark.class);
    private static final int PICTURES = 600;
    private static final int OPENINGS = 10;

    /** Notes [number of the picture, when it was shown], and when the first one after a click was. */
    private static final String WATCH = """
            (() => {
              window.seen = [];
              const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
              pen.canvas.width = 1280;
              pen.canvas.height = 1;
              let last = -1;
              const note = (row, step, at) => {
                let left = 0;
                while (left < 1280 && row[left * step] < 150) left++;
                const number = Math.round(left / 18);
                if (left < 1280 && number !== last) {
                  last = number;
                  seen.push([number, performance.timeOrigin + at]);
                  window.firstAt ??= at;
                }
              };
              const noteImage = (image, at) => {
                pen.drawImage(image, 0, 360, 1280, 1, 0, 0, 1280, 1);
                note(pen.getImageData(0, 0, 1280, 1).data, 4, at);
              };
              const noteFrame = async (video, at) => {
                const brightness = new Uint8Array(1280 * 3);
                const frame = new VideoFrame(video);
                await frame.copyTo(brightness, { rect: { x: 0, y: 360, width: 1280, height: 2 } });
                frame.close();
                if (at > (window.clickedAt ?? 0)) {
                  note(brightness, 1, at);
                }
              };
              const known = new WeakSet();
              const frames = video => video.requestVideoFrameCallback((now, frame) => {
                void noteFrame(video, frame.expectedDisplayTime);
                frames(video);
              });
              const look = () => {
                const picture = document.querySelector('.pl-picture');
                if (picture instanceof HTMLVideoElement && !known.has(picture)) {
                  known.add(picture);
                  frames(picture);
                } else if (picture instanceof HTMLImageElement && picture.naturalWidth) {
                  noteImage(picture, performance.now());
                }
                requestAnimationFrame(look);
              };
              look();
              addEventListener('click', click => {
                window.clickedAt = performance.now();
                window.firstAt = undefined;
                last = -1;
              }, true);
            })()""";

    @TempDir
    Path folder;

    @Test
    void howOldPicturesAreAndHowLongTheFirstOneTakes(Browser browser) throws Exception {
        try (HttpCamera camera = new HttpCamera(30);
                House house = House.with(camera.address(), folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.page().addInitScript(WATCH);
            ana.signUpAsOwner().seesTheDoorMove();
            for (String way : new String[] {"Smooth", "Compatible"}) {
                ana.choosesQuality(way).seesTheDoorMove();
                List<Shown> shown = shown(ana.page());
                tell(
                        way + ": milliseconds from the camera to the screen",
                        shown.stream()
                                .map(each -> each.at() - camera.dueBefore(each.number(), each.at()))
                                .toList());
                tell(way + ": milliseconds from one picture to the next", gaps(shown));
                tell(way + ": milliseconds from the click to the first picture", openings(ana));
            }
        }
    }

    /** A picture of that number, and when it was shown, in milliseconds since 1970. */
    private record Shown(int number, double at) {}

    private static List<Shown> shown(Page page) {
        page.evaluate("() => (window.seen = [])");
        page.waitForFunction(
                "count => seen.length >= count", PICTURES, new Page.WaitForFunctionOptions().setTimeout(60_000));
        List<Shown> shown = new ArrayList<>();
        for (Object each : (List<?>) page.evaluate("() => seen")) {
            List<?> pair = (List<?>) each;
            shown.add(new Shown(((Number) pair.get(0)).intValue(), ((Number) pair.get(1)).doubleValue()));
        }
        return shown;
    }

    private static List<Double> gaps(List<Shown> shown) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < shown.size(); i++) {
            gaps.add(shown.get(i).at() - shown.get(i - 1).at());
        }
        return gaps;
    }

    private static List<Double> openings(Person ana) {
        List<Double> openings = new ArrayList<>();
        for (int i = 0; i < OPENINGS; i++) {
            ana.goToLogs().goToLive();
            ana.page().waitForFunction("() => window.firstAt > window.clickedAt");
            openings.add(((Number) ana.page().evaluate("() => firstAt - clickedAt")).doubleValue());
        }
        return openings;
    }

    private static void tell(String what, List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        log.info(String.format(
                Locale.ROOT,
                "%s: p50 %.0f, p90 %.0f, p99 %.0f, of %d",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 9 / 10),
                sorted.get(sorted.size() * 99 / 100),
                sorted.size()));
    }
}
