package org.vigie.cli.command.stream;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.capture.picture.PictureCounts;
import org.vigie.casework.config.PictureSettings;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.intake.AdvertPictures;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Words;

/** Reading pictures before the stream runs, where somebody asks for it and the mandate permits. */
final class PictureStep {
  private final Environment environment;
  private final boolean asked;

  /**
   * @param asked whether pictures are to be read
   */
  PictureStep(Environment environment, boolean asked) {
    this.environment = environment;
    this.asked = asked;
  }

  void requirePermission(Mandate mandate) {
    Mandate.Permission needed = Mandate.Permission.PICTURES;
    if (asked && !mandate.permits().contains(needed)) {
      throw UserError.ofUsage(
          "--pictures needs a mandate that permits it (permits: %s), but mandate %s doesn't"
              .formatted(needed.label(), mandate.id()));
    }
  }

  /** Returns what reads pictures, or null if nobody asked. */
  @Nullable AdvertPictures start(Workspace workspace, PictureSettings settings) {
    return asked
        ? new AdvertPictures(settings.reader(workspace.root()), settings.languages())
        : null;
  }

  void end(@Nullable AdvertPictures pictures, boolean quiet) {
    if (pictures == null) {
      return;
    }
    pictures.close();
    if (!quiet) {
      environment.err().println(words(pictures.counts()));
    }
  }

  private static String words(PictureCounts counts) {
    StringBuilder words =
        new StringBuilder(
            "pictures: %d read, %d with text, %d with codes; %s dropped"
                .formatted(
                    counts.read(),
                    counts.withText(),
                    counts.withCodes(),
                    Words.count(counts.exif(), "field of EXIF", "fields of EXIF")));
    if (counts.known() > 0) {
      words.append("; %d on a list of known material, unread".formatted(counts.known()));
    }
    if (counts.keepsNetwork()) {
      words.append("; decoded with the network in reach, since unshare is refused here");
    }
    tell(words, "; refused: ", counts.unread());
    tell(words, "; text not looked for: ", counts.textUnread());
    return words.toString();
  }

  private static void tell(StringBuilder words, String what, Map<String, Long> counted) {
    if (!counted.isEmpty()) {
      words.append(what);
      words.append(
          counted.entrySet().stream()
              .map(reason -> reason.getKey() + " " + reason.getValue())
              .collect(Collectors.joining(", ")));
    }
  }
}
