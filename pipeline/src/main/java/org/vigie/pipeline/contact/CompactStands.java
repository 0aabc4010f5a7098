package org.vigie.pipeline.contact;

import java.io.IOException;
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

  public static Stand read(CompactInput in) throws IOException {
    var time = in.instant();
    var place = CompactFacts.readPlace(in);
    List<Age> ages = new ArrayList<>();
    for (long left = in.number(); left > 0; left--) {
      ages.add(CompactFacts.readAge(in));
    }
    return new Stand(time, place, ages);
  }
}
