package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class JpegTest {

    private final byte[] picture = picture(64, 48);

    @Test
    void readsTheSizeOfAWholePicture() {
        assertThat(Jpeg.inspect(picture)).isEqualTo(new Jpeg(true, 64, 48));
    }

    @Test
    void halfAPictureIsNotWhole() {
        assertThat(Jpeg.inspect(Arrays.copyOf(picture, picture.length / 2)).whole())
                .isFalse();
        assertThat(Jpeg.inspect(new byte[0]).whole()).isFalse();
        assertThat(Jpeg.inspect("no picture at all".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .whole())
                .isFalse();
    }

    @Test
    void halfAPictureWithAnotherBehindItIsNotWhole() {
        byte[] glued = Arrays.copyOf(picture, picture.length / 2 + picture.length);
        System.arraycopy(picture, 0, glued, picture.length / 2, picture.length);

        assertThat(picture.length).isGreaterThan(400);
        assertThat(Jpeg.inspect(Arrays.copyOf(picture, picture.length / 2)).whole())
                .isFalse();
        assertThat(Jpeg.inspect(glued).whole()).isFalse();
    }

    @Test
    void paddingAfterThePictureDoesNoHarm() {
        assertThat(Jpeg.inspect(Arrays.copyOf(picture, picture.length + 300)).whole())
                .isTrue();
    }

    @Test
    void aPictureWithItsTablesIsPassedThroughUntouched() {
        assertThat(Jpeg.withHuffmanTables(picture)).isSameAs(picture);
    }

    @Test
    void aPictureWithoutTablesShowsTheSameOnceTheyArePutIn() throws IOException {
        byte[] bare = withoutTables(picture);
        assertThat(bare.length).isLessThan(picture.length);

        byte[] mended = Jpeg.withHuffmanTables(bare);

        assertThat(pixels(mended)).isEqualTo(pixels(picture));
    }

    /** ImageIO writes the standard tables, so what is taken out here is what belongs in. */
    private static byte[] withoutTables(byte[] jpeg) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != 0xDA) {
            int length = 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
            if ((jpeg[at + 1] & 0xFF) != 0xC4) {
                out.write(jpeg, at, length);
            }
            at += length;
        }
        out.write(jpeg, at, jpeg.length - at);
        return out.toByteArray();
    }

    private static int[] pixels(byte[] jpeg) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static byte[] picture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, x * 4 << 16 | y * 5 << 8 | (x ^ y));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
