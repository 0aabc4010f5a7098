package org.vigie.casework.submission;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.advert.Finding;
import org.vigie.capture.picture.PictureLimits;
import org.vigie.capture.picture.PictureReader;
import org.vigie.pipeline.intake.AdvertPictures;
import org.vigie.text.safe.SafeText;

/**
 * How pictures of a submitted file are read.
 *
 * @param permitted whether the mandate permits it; else they are counted
 * @param languages ISO 639-1 codes beside the one that an advert declares
 * @param known lists of known material
 */
record SubmittedPictures(boolean permitted, List<String> languages, List<Path> known) {
  /** Some hundred pictures: half of what {@link SubmissionProcess} leaves a file. */
  private static final Duration FOR_TEXT = SubmissionProcess.LIMIT.dividedBy(2);

  /** The last picture may take {@link PictureLimits#time} more; the rest is for the adverts. */
  private static final Duration FOR_ALL = SubmissionProcess.LIMIT.multipliedBy(5).dividedBy(8);

  SubmittedPictures {
    languages = List.copyOf(languages);
    known = List.copyOf(known);
  }

  static SubmittedPictures notPermitted() {
    return new SubmittedPictures(false, List.of(), List.of());
  }

  /**
   * Returns what reads them.
   *
   * @throws IOException if a list can't be read
   */
  AdvertPictures open() throws IOException {
    return permitted
        ? new AdvertPictures(
            new PictureReader(PictureLimits.defaults(), known), languages, FOR_TEXT, FOR_ALL)
        : AdvertPictures.notPermitted();
  }

  /** Returns what is wrong with a list of known material, so that nothing is read without it. */
  Optional<Finding> broken() {
    try (AdvertPictures opened = open()) {
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          Finding.of("known-pictures-unreadable")
              .with("problem", SafeText.line(String.valueOf(e.getMessage()))));
    }
  }

  /** Returns the same as arguments of a program, so many that {@link #of} knows their end. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.add(Boolean.toString(permitted));
    arguments.add(String.join(" ", languages));
    arguments.add(Integer.toString(known.size()));
    known.forEach(list -> arguments.add(list.toAbsolutePath().toString()));
    return arguments;
  }

  /** Reads what {@link #arguments} gives from the start of a list. */
  static SubmittedPictures of(List<String> arguments) {
    int lists = Integer.parseInt(arguments.get(2));
    return new SubmittedPictures(
        Boolean.parseBoolean(arguments.get(0)),
        arguments.get(1).isEmpty() ? List.of() : List.of(arguments.get(1).split(" ")),
        arguments.subList(3, 3 + lists).stream().map(Path::of).toList());
  }
}
