package org.vigie.web.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OfferFormTest {
  @Test
  void isReadOfItsBody() throws Exception {
    OfferForm form =
        OfferForm.read(
            new ByteArrayInputStream(
                "text=a+job%0D%0Ahere&lang=fr&text=other".getBytes(StandardCharsets.UTF_8)));

    assertThat(form.text()).isEqualTo("a job\nhere");
    assertThat(form.language()).isEqualTo("fr");
  }

  @Test
  void isNotWaitedForWithoutEnd() {
    InputStream trickle =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }

          @Override
          public int read(byte[] into, int from, int most) {
            into[from] = 'a';
            return 1;
          }
        };

    assertThatThrownBy(() -> OfferForm.read(trickle, Duration.ZERO))
        .isInstanceOf(OfferForm.TooLongException.class);
  }

  @Test
  void isTooLongWhateverComesAfterwards() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }
        };

    assertThatThrownBy(() -> OfferForm.read(endless))
        .isInstanceOf(OfferForm.TooLongException.class);
  }
}
