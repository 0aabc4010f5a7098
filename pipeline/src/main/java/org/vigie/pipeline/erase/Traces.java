package org.vigie.pipeline.erase;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.capture.warc.ByteRange;
import org.vigie.pipeline.lines.LineRange;

/**
 * What some adverts left in the inputs of a workspace.
 *
 * @param adverts ids of those of them that were met
 * @param addresses where they stood, and nothing else that is kept
 * @param lines file in the workspace → lines that hold them
 * @param records WARC file in the workspace → records that hold or name them
 * @param kept file of adverts that stood on the same pages → whose they are
 * @param outside places in files outside the workspace, such as {@code /mnt/in.jsonl:7}
 * @param named captures in the workspace that name one of the addresses and stay, because they hold
 *     adverts that aren't to be erased
 */
public record Traces(
    SortedSet<String> adverts,
    SortedSet<String> addresses,
    SortedMap<String, List<LineRange>> lines,
    SortedMap<String, List<ByteRange>> records,
    SortedMap<String, Kept> kept,
    List<String> outside,
    List<String> named) {
  public Traces {
    adverts = new TreeSet<>(adverts);
    addresses = new TreeSet<>(addresses);
    lines = new TreeMap<>(lines);
    records = new TreeMap<>(records);
    kept = new TreeMap<>(kept);
    outside = List.copyOf(outside);
    named = List.copyOf(named);
  }

  /**
   * Adverts that stay though their page goes.
   *
   * @param input name of the input that they stood in
   * @param mandate id of the mandate under which they were collected
   */
  public record Kept(String input, String mandate) {}

  /** Returns the files in the workspace that are to be rewritten. */
  public Set<String> files() {
    Set<String> files = new TreeSet<>(lines.keySet());
    files.addAll(records.keySet());
    return files;
  }
}
