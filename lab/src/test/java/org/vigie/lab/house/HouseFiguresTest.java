package org.vigie.lab.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.casework.Readme;

/** The house as it stands: no worse than promised, and as its page says it is. */
class HouseFiguresTest {
  private static final String PAGE = "docs/reference/verify-house.md";

  /** What a row counts, then what it counted. */
  private static final Pattern ROW =
      Pattern.compile("^\\| *([^|]+?) *\\| *(\\d+) *\\|(?: *(\\d+) *\\|)?");

  /** How far the page may be behind: a share of what it says, or a few. */
  private static final double SHARE = 0.05;

  private static final int FEW = 5;

  private static HouseReport report;
  private static Map<String, Long> counted;

  @BeforeAll
  static void count() throws IOException {
    report = HouseReport.of(Readme.project());
    counted = figures(report.lines());
  }

  @Test
  void isNoWorseThanPromised() {
    String over = String.join("\n", report.overBounds());

    assertThat(counted.get("files over 300 lines")).as(over).isZero();
    assertThat(counted.get("simple names that occur twice")).as(over).isLessThan(10);
    assertThat(counted.get("literals of indicators' ids, but in their one file")).isZero();
    assertThat(counted.get("words of the documentation")).isLessThanOrEqualTo(25_000);
    assertThat(counted.get("longest line of the documentation, tables left out"))
        .isLessThanOrEqualTo(160);
    assertThat(counted.get("lines of a method, 90 of 100")).isLessThanOrEqualTo(18);
  }

  @Test
  void getsNoMoreWideRecordsNorLargePackagesThanItsPageSays() throws IOException {
    Map<String, Long> page = page();

    for (String what :
        List.of(
            "records of more than 8 parts",
            "parts of the widest record",
            "packages over 40 files")) {
      assertThat(counted.get(what)).as(what).isLessThanOrEqualTo(page.get(what));
    }
  }

  @Test
  void isAsItsPageSaysButForALittle() throws IOException {
    Map<String, Long> page = page();

    assertThat(page).as("./vigie verify house --table %s", PAGE).containsOnlyKeys(counted.keySet());
    page.forEach((what, then) -> {
      double little = Math.max(FEW, SHARE * then);
      assertThat(Math.abs(counted.get(what) - then))
          .as("%s: %d now, but %d in %s; renew it", what, counted.get(what), then, PAGE)
          .isLessThanOrEqualTo((long) little);
    });
  }

  private static Map<String, Long> page() throws IOException {
    return figures(Readme.text(PAGE).lines().toList());
  }

  /** Returns what each row counts: of a room its files and its lines. */
  private static Map<String, Long> figures(List<String> lines) {
    Map<String, Long> figures = new HashMap<>();
    boolean rooms = false;
    for (String line : lines) {
      rooms |= line.replace(" ", "").startsWith("|room|");
      for (MatchResult row : ROW.matcher(line).results().toList()) {
        if (rooms) {
          figures.put("files of " + row.group(1), Long.valueOf(row.group(2)));
          figures.put("lines of " + row.group(1), Long.valueOf(row.group(3)));
        } else {
          figures.put(row.group(1), Long.valueOf(row.group(2)));
        }
      }
    }
    return figures;
  }
}
