package org.vigie.classifier.place;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;
import org.vigie.classifier.image.ModelImage;
import org.vigie.classifier.image.TextTable;

/**
 * The towns of GeoNames by their names in several scripts, in flat tables: an object for each town
 * and name took five times the memory.
 */
final class Gazetteer {
  static final String FILE = "gazetteer/cities.tsv.gz";

  /** Those in use, by the file that each was read from. */
  private static final Map<Version, WeakReference<Gazetteer>> SHARED = new HashMap<>();

  private final TownTable towns;
  private final TextTable names;

  /** The towns of each name, as {@link GazetteerFile} marks them. */
  private final int[][] ofName;

  /** The first words of names, and how many words the longest name has that begins with each. */
  private final TextTable firstWords;

  private final byte[] mostWords;

  Gazetteer(
      TownTable towns, TextTable names, int[][] ofName, TextTable firstWords, byte[] mostWords) {
    this.towns = towns;
    this.names = names;
    this.ofName = ofName;
    this.firstWords = firstWords;
    this.mostWords = mostWords;
  }

  private record Version(Path file, FileTime modified, long bytes) {}

  /**
   * A town.
   *
   * @param id its number in GeoNames
   * @param name its name
   * @param country ISO 3166-1 alpha-2 code
   * @param latitude degrees north
   * @param longitude degrees east
   * @param population inhabitants
   */
  record Town(
      int id, String name, String country, double latitude, double longitude, int population) {}

  /**
   * A town under one of its names.
   *
   * @param town the town
   * @param common whether the name is a common word as well
   */
  record Named(Town town, boolean common) {}

  /**
   * Reads the gazetteer of the models folder, or returns the one that was read of the same file:
   * each thread has a finder of its own.
   */
  static synchronized Gazetteer load(Path models) throws IOException {
    Path file = models.resolve(FILE).toRealPath();
    Version version = new Version(file, Files.getLastModifiedTime(file), Files.size(file));
    SHARED.values().removeIf(known -> known.get() == null);
    WeakReference<Gazetteer> known = SHARED.get(version);
    Gazetteer shared = known == null ? null : known.get();
    if (shared == null) {
      shared = GazetteerFile.read(file);
      SHARED.put(version, new WeakReference<>(shared));
    }
    return shared;
  }

  /** Reads the same, by way of an image. */
  static Gazetteer load(Path models, ModelImage image) throws IOException {
    return image.part(FILE, Gazetteer::write, Gazetteer::read, () -> load(models));
  }

  private static Gazetteer read(ImageIn in) {
    return new Gazetteer(
        TownTable.read(in), TextTable.read(in), in.rows(), TextTable.read(in), in.bytes());
  }

  private static void write(Gazetteer gazetteer, ImageOut out) {
    gazetteer.towns.write(out);
    gazetteer.names.write(out);
    out.rows(gazetteer.ofName);
    gazetteer.firstWords.write(out);
    out.bytes(gazetteer.mostWords);
  }

  int size() {
    return towns.size();
  }

  /** Returns how many words the longest name has that begins with a word; 0 if none does. */
  int mostWordsAfter(String word) {
    int number = firstWords.find(word);
    return number == TextTable.ABSENT ? 0 : mostWords[number];
  }

  /** Returns the towns of a name. */
  List<Named> named(String name) {
    int number = names.find(name);
    if (number == TextTable.ABSENT) {
      return List.of();
    }
    List<Named> named = new ArrayList<>(ofName[number].length);
    for (int marked : ofName[number]) {
      named.add(new Named(towns.town(GazetteerFile.town(marked)), GazetteerFile.isCommon(marked)));
    }
    return named;
  }
}
