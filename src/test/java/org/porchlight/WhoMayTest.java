package org.porchlight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.porchlight.account.AsMember;
import org.porchlight.settings.MembersOnly;
import org.porchlight.settings.OwnersOnly;
import org.porchlight.token.Token;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Every method of a service that says for whom it is, asked of the running application and called as somebody else. */
class WhoMayTest extends HouseTest {

    @Autowired
    ApplicationContext house;

    /** A method, and the service as others get it. */
    private record Guarded(Object service, Method method) {
        String name() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName();
        }

        void call() throws Throwable {
            Object[] nothing = Arrays.stream(method.getParameterTypes())
                    .map(type -> !type.isPrimitive() ? null : type == boolean.class ? (Object) false : (Object) 0)
                    .toArray();
            try {
                method.invoke(service, nothing);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }
    }

    @AfterEach
    void nobodyIsThere() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whatIsReadAndDoneOnPagesSaysForWhomItIs() {
        assertThat(guarded(OwnersOnly.class))
                .extracting(Guarded::name)
                .contains(
                        "Members.all",
                        "Members.waiting",
                        "Members.find",
                        "MemberSessions.lastUse",
                        "People.allow",
                        "People.refuse",
                        "People.makeOwner",
                        "People.makeMember",
                        "People.disable",
                        "People.enable",
                        "People.remove",
                        "People.offerReset",
                        "SignUpRules.choose",
                        "SignUpRules.invite",
                        "HouseSettings.save",
                        "Cameras.save",
                        "Cameras.add",
                        "Cameras.remove",
                        "Cameras.reorder",
                        "SourceTrials.begin",
                        "Welcome.found",
                        "Welcome.use",
                        "Welcome.skip",
                        "Tokens.all",
                        "Tokens.make",
                        "Tokens.revoke",
                        "Disconnections.disconnect",
                        "Moves.now",
                        "Moves.begin",
                        "Moves.pause",
                        "Moves.end",
                        "FoundFiles.now",
                        "FoundFiles.lookAgain",
                        "FoundFiles.delete",
                        "FoundFiles.adopt",
                        "Adoption.adopt",
                        "StorageReports.last",
                        "StorageReports.measure",
                        "FolderOutlooks.of",
                        "Folders.tryOut",
                        "RoomWatch.acceptDisk",
                        "Trail.page",
                        "Trail.count",
                        "Trail.names");
        assertThat(guarded(MembersOnly.class))
                .extracting(Guarded::name)
                .contains(
                        "Shutters.close",
                        "Shutters.open",
                        "ViewingLog.page",
                        "ViewingLog.find",
                        "ViewingLog.summary",
                        "ViewingLog.usernames",
                        "ViewingLog.note",
                        "ViewingLog.keep",
                        "Trash.put",
                        "Trash.delete",
                        "Trash.takeBack",
                        "Trash.lines",
                        "RecordingLibrary.find",
                        "RecordingLibrary.of",
                        "RecordingLibrary.file",
                        "RecordingLibrary.deleteOf",
                        "Trail.audiences");
    }

    @Test
    @AsMember("Ben")
    void aMemberIsRefusedWhatIsForOwners() {
        for (Guarded each : guarded(OwnersOnly.class)) {
            assertThatThrownBy(each::call).as(each.name()).isInstanceOf(AccessDeniedException.class);
        }
    }

    @ParameterizedTest
    @MethodSource
    void whoIsNoMemberIsRefusedAll(Authentication other) {
        SecurityContextHolder.getContext().setAuthentication(other);
        for (Guarded each : all()) {
            assertThatThrownBy(each::call).as(each.name()).isInstanceOf(AccessDeniedException.class);
        }
    }

    static List<Authentication> whoIsNoMemberIsRefusedAll() {
        Token token = new Token(1, "VLC", 1, Token.Kind.LIVE, "Ana", Instant.EPOCH, null);
        return List.of(
                new AnonymousAuthenticationToken(
                        "key", "a stranger", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")),
                UsernamePasswordAuthenticationToken.authenticated(token, null, List.of()));
    }

    @Test
    void whereNobodyIsKnownAllIsRefused() {
        for (Guarded each : all()) {
            assertThatThrownBy(each::call)
                    .as(each.name())
                    .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        }
    }

    private List<Guarded> all() {
        return Stream.concat(guarded(OwnersOnly.class).stream(), guarded(MembersOnly.class).stream())
                .toList();
    }

    private List<Guarded> guarded(Class<? extends Annotation> by) {
        return Arrays.stream(house.getBeanDefinitionNames())
                .filter(name -> house.containsLocalBean(name) && house.isSingleton(name))
                .map(house::getBean)
                .filter(bean -> AopUtils.getTargetClass(bean).getName().startsWith("org.porchlight."))
                .flatMap(bean -> Arrays.stream(AopUtils.getTargetClass(bean).getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> AnnotatedElementUtils.hasAnnotation(method, by)
                                || AnnotatedElementUtils.hasAnnotation(method.getDeclaringClass(), by))
                        .map(method -> new Guarded(bean, method)))
                .toList();
    }
}
