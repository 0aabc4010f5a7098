package org.vigie.pipeline.contact;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Age;
import org.vigie.pipeline.state.CompactFacts;
import org.vigie.pipeline.state.CompactInput;
import org.vigie.pipeline.state.CompactOutput;

/** How a {@link Stand} is written where it is part of a sum. */
public final class CompactStands {
  private CompactStands() {}

  public static void write(Stand stand, CompactOutput out) throws IOException {
    out.instant(stand.time());
    CompactFacts.write(stand.place(), out);
    out.number(stand.ages().size());
    for (Age age : stand.ages()) {
      CompactFacts.write(age, out);
    }
  }

  /**
   * Writes a stand with its texts as words.
   *
   * @param after the time by which its own is told
   */
  public static void writeInWords(Stand stand, Instant after, CompactOutput out)
      throws IOException {
    out.instant(stand.time(), after);
    CompactFacts.writeInWords(stand.place(), out);
    out.number(stand.ages().size());
    for (Age age : stand.ages()) {
      CompactFacts.write(age, out);
    }
  }

  public static Stand readInWords(Instant after, CompactInput in) throws IOException {
    Instant time = in.instant(after);
    var place = CompactFacts.readPlaceInWords(in);
    return new Stand(time, place, readAges(in));
  }

  public static Stand read(CompactInput in) throws IOException {
    var time = in.instant();
    var place = CompactFacts.readPlace(in);
    return new Stand(time, place, readAges(in));
  }

  private static List<Age> readAges(CompactInput in) throws IOException {
    List<Age> ages = new ArrayList<>();
    for (long left = in.number(); left > 0; left--) {
      ages.add(CompactFacts.readAge(in));
    }
    return ages;
  }
}
