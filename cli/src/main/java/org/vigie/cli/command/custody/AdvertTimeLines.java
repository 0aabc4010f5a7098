package org.vigie.cli.command.custody;

import java.io.IOException;
import java.util.List;
import org.vigie.search.AdvertIndex;
import org.vigie.text.finding.FindingWords;
import org.vigie.text.safe.TimeLines;

/** The lines below an advert's id that tell when it was seen and posted. */
final class AdvertTimeLines {
  private AdvertTimeLines() {}

  /** Returns both lines, indented; none if the index has no advert of that id. */
  static List<String> of(AdvertIndex index, String advert) throws IOException {
    return index.findTimes(advert).map(TimeLines::of).orElse(List.of()).stream()
        .map(line -> "    " + FindingWords.english().say(line))
        .toList();
  }
}
