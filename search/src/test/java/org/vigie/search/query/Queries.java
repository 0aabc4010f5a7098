package org.vigie.search.query;

import static org.vigie.search.Adverts.pick;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.vigie.advert.Channel;
import org.vigie.advert.Outcome;
import org.vigie.search.Adverts;

/** Queries generated from a seed, over what the generated adverts hold. */
public final class Queries {
  private Queries() {}

  public static String generated(Random random, int depth) {
    if (depth == 0) {
      return condition(random);
    }
    String left = generated(random, random.nextInt(depth));
    String right = generated(random, random.nextInt(depth));
    return switch (random.nextInt(6)) {
      case 0 -> left + " OR " + right;
      case 1 -> "(" + left + " OR " + right + ") AND " + condition(random);
      case 2 -> "-(" + left + ") " + right;
      case 3 -> "NOT (" + left + ")";
      default -> left + " " + right;
    };
  }

  private static String condition(Random random) {
    return switch (random.nextInt(14)) {
      case 0 -> "channel:" + pick(random, List.of(Channel.values())).label();
      case 1 -> "site:" + pick(random, Adverts.SITES).toUpperCase(Locale.ROOT);
      case 2 -> "place:" + pick(random, List.of("orleans", "GDAŃSK", "kyiv", "d*", "nowhere"));
      case 3 -> "lang:" + pick(random, Adverts.LANGUAGES);
      case 4 -> "indicator:" + pick(random, List.of("rc-04", "RC-06", "SX-01", "rc-*", "XX-9"));
      case 5 -> "outcome:" + pick(random, List.of(Outcome.values())).label();
      case 6 -> "handle:@example_" + pick(random, List.of("1", "2", "*"));
      case 7 -> "risk" + pick(random, List.of(">", ">=", "<", "<=")) + random.nextInt(101) / 100.0;
      case 8 -> pick(random, List.of("after", "before")) + ":2026-02-0" + (1 + random.nextInt(9));
      case 9 -> "0" + pick(random, Adverts.PHONES).substring(3);
      case 10 -> "\"" + pick(random, Adverts.WORDS) + " " + pick(random, Adverts.WORDS) + "\"";
      case 11 -> pick(random, Adverts.WORDS).substring(0, 2) + "*";
      default -> pick(random, Adverts.WORDS);
    };
  }
}
