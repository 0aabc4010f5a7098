package org.vigie.classifier.name;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;
import org.vigie.classifier.image.ModelImage;
import org.vigie.classifier.image.TextTable;

/** What words are in a list of names: all of it that finding names asks for. */
final class NameKinds {
  private final TextTable words;

  /** A union of the list's kinds for each word. */
  private final byte[] kinds;

  private NameKinds(TextTable words, byte[] kinds) {
    this.words = words;
    this.kinds = kinds;
  }

  static NameKinds of(List<NameList.Entry> entries) {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    entries.forEach(entry -> kinds.merge(entry.compared(), entry.kind(), (a, b) -> a | b));
    byte[] all = new byte[kinds.size()];
    int i = 0;
    for (int kind : kinds.values()) {
      all[i++] = (byte) kind;
    }
    return new NameKinds(TextTable.of(kinds.keySet()), all);
  }

  /** Returns those of the list of a models folder, by way of an image. */
  static NameKinds load(Path models, ModelImage image) throws IOException {
    return image.part(
        NameList.FILE, NameKinds::write, NameKinds::read, () -> NameList.load(models).kinds());
  }

  private static NameKinds read(ImageIn in) {
    return new NameKinds(TextTable.read(in), in.bytes());
  }

  private static void write(NameKinds names, ImageOut out) {
    names.words.write(out);
    out.bytes(names.kinds);
  }

  /** Returns what a word is: a union of kinds, 0 if it is no name. */
  int of(String compared) {
    int number = words.find(compared);
    return number == TextTable.ABSENT ? 0 : kinds[number];
  }
}
