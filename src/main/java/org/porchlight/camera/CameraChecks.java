package org.porchlight.camera;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.NotASource;
import org.porchlight.media.Sentence;
import org.porchlight.media.Source;
import org.porchlight.settings.InvalidInput.Problem;
import org.porchlight.settings.PlainText;

/** What a camera may be, beside the others. */
final class CameraChecks {

    private static final int LONGEST_NAME = 60;

    private final Collection<RunningCamera> others;

    /** What holds of it already; null: it is a new one. */
    private final @Nullable Camera before;

    /** @param running every camera, the one that is changed included */
    CameraChecks(Collection<RunningCamera> running, long id) {
        others = running.stream().filter(one -> one.camera().id() != id).toList();
        before = running.stream()
                .map(RunningCamera::camera)
                .filter(one -> one.id() == id)
                .findFirst()
                .orElse(null);
    }

    List<Problem> problems(Camera wanted) {
        List<Problem> problems = new ArrayList<>();
        problemOfName(wanted.name().strip())
                .ifPresent(sentence -> problems.add(new Problem(Cameras.CAMERA_NAME, sentence)));
        problemOfSource(Cameras.stripped(wanted.source()))
                .ifPresent(sentence -> problems.add(new Problem(Cameras.SOURCE, sentence)));
        if (wanted.width() < 160 || wanted.width() > 3840 || wanted.height() < 120 || wanted.height() > 2160) {
            problems.add(new Problem(Cameras.RESOLUTION, Sentence.of("input.size")));
        }
        return problems;
    }

    private Optional<Sentence> problemOfName(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return Optional.of(Sentence.of("input.name", LONGEST_NAME));
        }
        if (name.codePoints().anyMatch(PlainText::invisible)) {
            return Optional.of(Sentence.of("input.nameOnOneLine"));
        }
        boolean taken = others.stream().anyMatch(other -> other.camera().name().equalsIgnoreCase(name));
        return taken ? Optional.of(Sentence.of("input.cameraNameTaken")) : Optional.empty();
    }

    private Optional<Sentence> problemOfSource(@Nullable String text) {
        if (text == null) {
            boolean taken = others.stream().anyMatch(other -> other.camera().source() == null);
            return taken ? Optional.of(Sentence.of("input.oneAutomatic", Source.ACCEPTED)) : Optional.empty();
        }
        // A camera that is unplugged just now keeps its source while something else is changed.
        if (before != null && text.equals(before.source())) {
            return Optional.empty();
        }
        try {
            Source source = Source.parse(text);
            return source.missing()
                    .or(() -> others.stream()
                            .filter(other -> other.source().isSameCamera(source))
                            .findFirst()
                            .map(other -> Sentence.of(
                                    "input.sourceTaken", other.camera().name())));
        } catch (NotASource e) {
            return Optional.of(e.sentence());
        }
    }
}
