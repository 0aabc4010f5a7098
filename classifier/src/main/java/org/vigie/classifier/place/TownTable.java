package org.vigie.classifier.place;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;

/** Towns in flat tables, by their numbers from 0. */
final class TownTable {
  private final int[] ids;
  private final int[] populations;

  /** Degrees north and east of each. */
  private final double[] degrees;

  /** Country and name of each in UTF-8, one behind the other, and where each ends. */
  private final byte[] texts;

  private final int[] ends;

  private TownTable(int[] ids, int[] populations, double[] degrees, byte[] texts, int[] ends) {
    this.ids = ids;
    this.populations = populations;
    this.degrees = degrees;
    this.texts = texts;
    this.ends = ends;
  }

  static TownTable of(List<Gazetteer.Town> towns) {
    double[] degrees = new double[2 * towns.size()];
    int[] ends = new int[2 * towns.size()];
    StringBuilder all = new StringBuilder();
    int end = 0;
    for (int i = 0; i < towns.size(); i++) {
      Gazetteer.Town town = towns.get(i);
      degrees[2 * i] = town.latitude();
      degrees[2 * i + 1] = town.longitude();
      all.append(town.country()).append(town.name());
      end += bytes(town.country()).length;
      ends[2 * i] = end;
      end += bytes(town.name()).length;
      ends[2 * i + 1] = end;
    }
    return new TownTable(
        towns.stream().mapToInt(Gazetteer.Town::id).toArray(),
        towns.stream().mapToInt(Gazetteer.Town::population).toArray(),
        degrees,
        bytes(all.toString()),
        ends);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static TownTable read(ImageIn in) {
    return new TownTable(in.ints(), in.ints(), in.decimals(), in.bytes(), in.ints());
  }

  void write(ImageOut out) {
    out.ints(ids);
    out.ints(populations);
    out.decimals(degrees);
    out.bytes(texts);
    out.ints(ends);
  }

  int size() {
    return ids.length;
  }

  Gazetteer.Town town(int number) {
    return new Gazetteer.Town(
        ids[number],
        text(2 * number + 1),
        text(2 * number),
        degrees[2 * number],
        degrees[2 * number + 1],
        populations[number]);
  }

  private String text(int place) {
    int start = place == 0 ? 0 : ends[place - 1];
    return new String(Arrays.copyOfRange(texts, start, ends[place]), StandardCharsets.UTF_8);
  }
}
