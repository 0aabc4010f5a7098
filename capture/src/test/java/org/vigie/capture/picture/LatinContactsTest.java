package org.vigie.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatinContactsTest {
  @Test
  void putsANumberRightThatWasReadFromRightToLeft() {
    String arabic = "مطلوب مساعد\n900123 7700 44+\nt.me/example_jobs";
    String latin = "Lie plsblls\n+44 7700 900123\nt.me/example_jobs";

    assertThat(LatinContacts.with(arabic, latin))
        .isEqualTo("مطلوب مساعد\n+44 7700 900123\nt.me/example_jobs");
  }

  @Test
  void addsWhatHasNoPlaceOfItsOwn() {
    assertThat(LatinContacts.with("هاتف 900123 7700 44+", "Lie +44 7700 900123 @example_jobs"))
        .isEqualTo("هاتف 900123 7700 44+\n+44 7700 900123\n@example_jobs");
  }

  @Test
  void leavesATextAsItIsWhereTheOtherReadingFindsNothing() {
    assertThat(LatinContacts.with("ab 12\n12", "xx 12\n12")).isEqualTo("ab 12\n12");
  }

  @Test
  void looksAgainOnlyWhereThereMayBeAContact() {
    assertThat(LatinContacts.mayBeIn("مطلوب مساعد 25")).isFalse();
    assertThat(LatinContacts.mayBeIn("مطلوب 900123 7700")).isTrue();
    assertThat(LatinContacts.mayBeIn("مطلوب @name")).isTrue();
    assertThat(LatinContacts.mayBeIn("Call 7700 900123")).isFalse();
  }
}
