package org.vigie.cli.command.stream;

import org.vigie.pipeline.intake.TakenFile;
import org.vigie.text.safe.Words;

/** What a person reads of a file that was taken for something. */
final class TakenWords {
  private TakenWords() {}

  static String of(TakenFile file) {
    String unread =
        file.unread() == 0
            ? ""
            : ", %s that can't be read".formatted(Words.count(file.unread(), "part", "parts"));
    return "%s: taken for %s, %s%s"
        .formatted(
            file.file().getFileName(),
            file.kind(),
            Words.count(file.adverts(), "advert", "adverts"),
            unread);
  }
}
