package org.vigie.casework.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords an account may have, and that each is taken as it was typed. */
class PasswordsTest {
  /** The commonest of what was taken from others' sites (Burnett, 2015), as the library has it. */
  private static final String TAKEN_FROM_OTHERS =
      "/com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quiet harbours drift eastward",
        "QUIETHARBOURSDRIFTEASTWARD",
        "8041779236150482",
        "тихие гавани плывут",
        "静かな港は東へ流れて行くだろう",
        "  spaces at either end  "
      })
  void anyLettersWillDoAndNoneAreAskedFor(String password) {
    assertThat(Passwords.isGood(password, "ana")).isTrue();
  }

  @Test
  void aSentenceOfAnyLengthCountsToItsLastLetter() {
    String longest = "quiet harbours drift eastward, ".repeat(9).substring(0, Passwords.LONGEST);
    String hash = Passwords.hash(longest);

    assertThat(Passwords.isGood(longest, "ana")).isTrue();
    assertThat(Passwords.matches(longest, hash)).isTrue();
    assertThat(Passwords.matches(longest.substring(0, 255) + "?", hash)).isFalse();
    assertThat(Passwords.matches(longest.toUpperCase(Locale.ROOT), hash)).isFalse();
    assertThat(Passwords.matches(longest.strip() + "!", hash)).isFalse();
    assertThat(Passwords.isGood(longest + "x", "ana")).as("cut nowhere, but refused").isFalse();
  }

  @Test
  void spacesAtEitherEndCount() {
    String hash = Passwords.hash("  spaces at either end  ");

    assertThat(Passwords.matches("  spaces at either end  ", hash)).isTrue();
    assertThat(Passwords.matches("spaces at either end", hash)).isFalse();
  }

  @Test
  void noneThatWasTakenFromOthersIsGood() throws Exception {
    List<String> taken;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Zxcvbn.class.getResourceAsStream(TAKEN_FROM_OTHERS)),
                StandardCharsets.UTF_8))) {
      taken = lines.lines().filter(line -> line.length() >= Passwords.SHORTEST).toList();
    }

    assertThat(taken).hasSizeGreaterThan(200);
    assertThat(taken).noneMatch(password -> Passwords.isGood(password, "ana"));
    assertThat(taken)
        .as("in capitals")
        .noneMatch(one -> Passwords.isGood(one.toUpperCase(Locale.ROOT), "ana"));
  }
}
