package org.vigie.casework.people;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;

/**
 * The judgement whether a password is one of those that are tried first: of the lists of common
 * ones, made of few parts of them, or of the account's own name (NIST SP 800-63B, section 5.1.1.2).
 *
 * @see <a
 *     href="https://www.usenix.org/conference/usenixsecurity16/technical-sessions/presentation/wheeler">Wheeler
 *     (2016), zxcvbn</a>
 */
final class WeakPassword {
  /** Of 0 to 4: at least 10^8 guesses, which an online attack never reaches. */
  private static final int LEAST_SCORE = 3;

  /** What comes after it can only make it stronger; the estimate takes the square of the length. */
  private static final int LONGEST_JUDGED = 64;

  /** A shorter name stands in too many words by chance. */
  private static final int SHORTEST_NAME = 4;

  private static final Zxcvbn JUDGE = new Zxcvbn();

  private WeakPassword() {}

  static boolean is(String password, String name) {
    String lower = password.toLowerCase(Locale.ROOT);
    if (name.length() >= SHORTEST_NAME && lower.contains(name.toLowerCase(Locale.ROOT))) {
      return true;
    }
    String judged = password.substring(0, Math.min(password.length(), LONGEST_JUDGED));
    return JUDGE.measure(judged, List.of(name, "vigie", "password")).getScore() < LEAST_SCORE;
  }
}
