package org.porchlight.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class VisitorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 | Chrome on Linux",
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36 | Chrome on Android",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0 | Edge on Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox on Mac",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile/15E148 Safari/604.1 | Safari on iPhone",
                "curl/8.5.0 | Program",
                "<script>alert(1)</script> | Program"
            })
    void aDeviceIsNamedInWordsOfOurs(String agent, String device) {
        assertThat(Visitor.device(agent)).isEqualTo(device);
    }

    @Test
    void addressesAreThoseOfTheConnectionWhateverTheHeadersSay() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("10.0.0.66");
        request.addHeader("X-Forwarded-For", "10.0.0.5");
        request.addHeader("Forwarded", "for=10.0.0.5");
        assertThat(Visitor.of(request)).isEqualTo(new Visitor("10.0.0.66", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "[0:0:0:0:0:0:0:1], ::1",
        "2001:db8:0:0:0:0:0:9, 2001:db8::9",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:3:4:5:6",
        "10.0.0.0, 10.0.0.0"
    })
    void addressesAreWrittenAsPeopleDo(String address, String plain) {
        assertThat(Visitor.plain(address)).isEqualTo(plain);
    }

    @Test
    void whereNobodyAsksNothingIsKnown() {
        assertThat(Visitor.current()).isEqualTo(new Visitor("", ""));
    }
}
