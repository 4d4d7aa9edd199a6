package org.porchlight.media;

import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfo;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfoList;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avdevice;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.javacpp.BytePointer;

/** The V4L2 devices of this machine. */
final class V4l2Devices {

    /** What a Raspberry Pi's own chips show as capturing, though no camera is behind it. */
    private static final Pattern NO_CAMERA = Pattern.compile("(?i).*(codec|-isp|pispbe|hevc|rpivid).*");

    private V4l2Devices() {}

    /**
     * Paths of the devices that can capture, lowest number first, with what each calls itself. Opens each for a moment, without
     * starting it.
     */
    static SortedMap<String, String> capturing() {
        SortedMap<String, String> capturing =
                new TreeMap<>(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        if (!FFmpeg.readsDevices()) {
            return capturing;
        }
        AVDeviceInfoList devices = new AVDeviceInfoList(null);
        int count = avdevice.avdevice_list_input_sources(
                avformat.av_find_input_format("video4linux2"), (String) null, (AVDictionary) null, devices);
        try {
            IntStream.range(0, Math.max(0, count)).mapToObj(devices::devices).forEach(device -> {
                String name = name(device);
                if (!NO_CAMERA.matcher(name).matches()) {
                    capturing.put(device.device_name().getString(), name);
                }
            });
            return capturing;
        } finally {
            if (!devices.isNull()) {
                avdevice.avdevice_free_list_devices(devices);
            }
        }
    }

    private static String name(AVDeviceInfo device) {
        return Optional.ofNullable(device.device_description())
                .map(BytePointer::getString)
                .orElse("");
    }
}
