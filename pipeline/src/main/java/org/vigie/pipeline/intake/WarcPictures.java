package org.vigie.pipeline.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.extract.page.ImageHash;
import org.vigie.capture.picture.PictureFields;
import org.vigie.capture.picture.PictureKind;
import org.vigie.capture.picture.PictureReading;
import org.vigie.capture.warc.PicturedCopy;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcReader;

/**
 * The pictures in a capture file (WARC), as far as adverts of its pages show them. The file is read
 * several times, so that no picture is held.
 */
final class WarcPictures {
  /** Galleries show themselves by their first pictures: the text of others isn't looked for. */
  private static final int MOST_WITH_TEXT = 4;

  /** Of a file that has more only so many are looked for. */
  private static final int MOST = 20_000;

  private final Path warc;
  private final AdvertPictures pictures;
  private final AdvertExtractor extractor = new AdvertExtractor();

  /** Where records of pictures begin. */
  private final Set<Long> records = new HashSet<>();

  /** Where the record of a page begins → hashed addresses of the pictures of its adverts. */
  private final Map<Long, Set<String>> shown = new HashMap<>();

  /** Hashed address → language of its advert; those whose text is looked for. */
  private final Map<String, String> languages = new HashMap<>();

  private final Set<String> wanted = new HashSet<>();
  private final Map<String, PicturedCopy.Note> notes = new HashMap<>();

  private WarcPictures(Path warc, AdvertPictures pictures) {
    this.warc = warc;
    this.pictures = pictures;
  }

  /**
   * Reads them, and writes a copy of the file with what was read in place of the pictures; where
   * they aren't permitted, they are counted and left out.
   *
   * @param folder for the copy
   * @return the copy; nothing if there is no picture in the file
   */
  static Optional<Path> read(Path warc, AdvertPictures pictures, Path folder) throws IOException {
    WarcPictures found = new WarcPictures(warc, pictures);
    found.each(found::place);
    if (found.records.isEmpty()) {
      return Optional.empty(); // most files: no page of theirs is read for nothing
    }
    if (pictures.reads()) {
      found.each(found::want);
      found.each(found::read);
    } else {
      pictures.leave(found.records.size());
    }
    return Optional.of(found.copy(folder)); // one that no advert shows may be known material
  }

  /** What is done with an answer. */
  @FunctionalInterface
  private interface Look {
    void at(WarcEntry.Captured answer, boolean isPicture);
  }

  private void each(Look look) throws IOException {
    try (WarcReader reader = WarcReader.open(warc)) {
      for (WarcEntry entry = reader.next(); entry != null; entry = reader.next()) {
        if (entry instanceof WarcEntry.Captured answer) {
          look.at(answer, isPicture(answer));
        }
      }
    }
  }

  private void place(WarcEntry.Captured answer, boolean isPicture) {
    if (isPicture) {
      records.add(answer.capture().offset());
    }
  }

  private void want(WarcEntry.Captured answer, boolean isPicture) {
    if (!isPicture) {
      extractor
          .extract(answer.capture(), answer.payload())
          .adverts()
          .forEach(advert -> want(advert, answer.capture().offset()));
    }
  }

  private static boolean isPicture(WarcEntry.Captured captured) {
    return PictureKind.isPicture(captured.payload()); // an error may come with a picture too
  }

  private void want(Advert advert, long page) {
    int number = 0;
    for (String address : PictureFields.addresses(advert.fields())) {
      if (wanted.size() == MOST && !wanted.contains(address)) {
        return;
      }
      wanted.add(address);
      shown.computeIfAbsent(page, at -> new HashSet<>()).add(address);
      if (number++ < MOST_WITH_TEXT) {
        languages.putIfAbsent(address, advert.language());
      }
    }
  }

  /** Others are compared with known material alone: a page shows many that are no advert's. */
  private void read(WarcEntry.Captured picture, boolean isPicture) {
    String url = picture.capture().url();
    String address = ImageHash.ofUrl(url);
    boolean isShown = picture.capture().status() / 100 == 2 && wanted.contains(address);
    if (isPicture && (isShown || pictures.compares())) {
      PictureReading reading = read(address, picture.payload());
      if (isShown && !WaitingPictures.isLate(reading)) {
        notes.put(address, new PicturedCopy.Note(url, picture.capture().fetchedAt(), reading));
      }
    }
  }

  private PictureReading read(String address, byte[] picture) {
    String language = languages.get(address);
    return language == null ? pictures.readWithoutText(picture) : pictures.read(picture, language);
  }

  private Path copy(Path folder) throws IOException {
    Map<Long, List<PicturedCopy.Note>> ofPages = new HashMap<>();
    shown.forEach((page, addresses) -> {
      List<PicturedCopy.Note> its = new ArrayList<>();
      addresses.stream()
          .sorted()
          .filter(notes::containsKey)
          .forEach(each -> its.add(notes.get(each)));
      ofPages.put(page, its);
    });
    Files.createDirectories(folder);
    Path part = folder.resolve("warc-" + InputManifests.digest(warc).substring(0, 20) + ".part");
    Files.deleteIfExists(part);
    PicturedCopy.write(warc, ofPages, records, part);
    Spool.sync(part);
    return part;
  }
}
