package org.porchlight.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import javax.imageio.ImageIO;

/**
 * Draws the built-in picture of a door: someone brings a parcel and goes again, a cat looks on, a clock tells the time. Drawn
 * from layers, digits included: a small computer may have no fonts. For one thread.
 */
final class DemoPicture {

    private static final int SCENE_WIDTH = 1280;
    private static final int SCENE_HEIGHT = 720;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final double COURIER_AT_DOOR = 656;
    private static final double COURIER_TOP = 212;
    private static final double CLOCK_LEFT = 688;
    private static final double CLOCK_TOP = 30;
    private static final double CLOCK_SIZE = 0.6;
    private static final Color CLOCK_PLATE = new Color(10, 14, 22, 190);
    private static final double CAT_LEFT = 236;
    private static final double CAT_TOP = 520;
    private static final String GLYPHS = "0123456789:";

    /** Seconds after which everything happens again. */
    private static final double ROUND = 40;

    private final BufferedImage canvas;
    private final Graphics2D graphics;
    private final double scale;
    private final BufferedImage porch;
    private final BufferedImage courier;
    private final BufferedImage cat;
    private final BufferedImage digits;

    DemoPicture(int width, int height) {
        canvas = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        scale = Math.max(width / (double) SCENE_WIDTH, height / (double) SCENE_HEIGHT);
        porch = layer("porch.png", BufferedImage.TYPE_3BYTE_BGR, scale);
        courier = layer("courier.png", BufferedImage.TYPE_INT_ARGB_PRE, scale);
        cat = layer("cat.png", BufferedImage.TYPE_INT_ARGB_PRE, scale);
        digits = layer("digits.png", BufferedImage.TYPE_INT_ARGB_PRE, 1);
    }

    /** The picture at a time, as rows of blue, green and red bytes. */
    byte[] paint(double seconds, LocalTime time) {
        double part = seconds % ROUND;
        draw(porch, 0, 0);
        draw(cat, CAT_LEFT, CAT_TOP);
        draw(courier, courierX(part), COURIER_TOP - step(part));
        drawClock(CLOCK.format(time));
        return ((DataBufferByte) canvas.getRaster().getDataBuffer()).getData().clone();
    }

    /** Comes from the right until second 8, waits at the door until 26, and is gone at 34. */
    private static double courierX(double part) {
        double come = smooth(Math.clamp(part / 8, 0, 1));
        double gone = smooth(Math.clamp((part - 26) / 8, 0, 1));
        return SCENE_WIDTH + (COURIER_AT_DOOR - SCENE_WIDTH) * (come - gone);
    }

    /** How high a step lifts, in pixels: nothing while standing. */
    private static double step(double part) {
        return part < 8 || part > 26 ? 6 * Math.abs(Math.sin(part * 5)) : 0;
    }

    private static double smooth(double x) {
        return x * x * (3 - 2 * x);
    }

    /** Above the door and near the middle, where a narrow screen shows it too. */
    private void drawClock(String text) {
        int cell = digits.getWidth() / GLYPHS.length();
        int width = (int) (cell * CLOCK_SIZE * scale);
        int height = (int) (digits.getHeight() * CLOCK_SIZE * scale);
        int left = (int) px(CLOCK_LEFT);
        int top = (int) py(CLOCK_TOP);
        int padding = height / 3;
        graphics.setColor(CLOCK_PLATE);
        graphics.fillRoundRect(
                left - padding,
                top - padding / 2,
                width * text.length() + 2 * padding,
                height + padding,
                padding,
                padding);
        for (int i = 0; i < text.length(); i++) {
            int glyph = GLYPHS.indexOf(text.charAt(i)) * cell;
            int x = left + i * width;
            graphics.drawImage(
                    digits, x, top, x + width, top + height, glyph, 0, glyph + cell, digits.getHeight(), null);
        }
    }

    private void draw(BufferedImage layer, double x, double y) {
        graphics.drawImage(layer, (int) Math.round(px(x)), (int) Math.round(py(y)), null);
    }

    /** From scene to canvas: the scene covers the canvas and is centred on it. */
    private double px(double x) {
        return x * scale + (canvas.getWidth() - SCENE_WIDTH * scale) / 2;
    }

    private double py(double y) {
        return y * scale + (canvas.getHeight() - SCENE_HEIGHT * scale) / 2;
    }

    private static BufferedImage layer(String name, int type, double scale) {
        try (InputStream in = DemoPicture.class.getResourceAsStream("demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The demo picture's layer " + name + " is missing.");
            }
            BufferedImage read = ImageIO.read(in);
            BufferedImage scaled = new BufferedImage(
                    (int) Math.max(1, read.getWidth() * scale), (int) Math.max(1, read.getHeight() * scale), type);
            Graphics2D g = scaled.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            g.drawImage(read, 0, 0, scaled.getWidth(), scaled.getHeight(), null);
            g.dispose();
            return scaled;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo picture's layer " + name + " cannot be read.", e);
        }
    }
}
