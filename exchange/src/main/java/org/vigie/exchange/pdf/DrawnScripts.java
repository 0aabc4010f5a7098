package org.vigie.exchange.pdf;

import com.ibm.icu.lang.UScript;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fonts of scripts that DejaVu Sans doesn't have: Noto Sans for Thai, Devanagari, Bengali and
 * Ethiopic comes with the program, for others it is looked for on the machine. Chinese, Japanese
 * and Korean signs take 19 MB, so they are shown where Noto Sans CJK is installed.
 *
 * <p>Scripts that run from right to left aren't drawn: DejaVu Sans has those of many readers.
 */
final class DrawnScripts {
  /** Where systems keep fonts. */
  private static final Path INSTALLED = Path.of("/usr/share/fonts");

  /** Fonts are read once, not for each file. */
  private static final DrawnScripts OF_THIS_MACHINE = new DrawnScripts(INSTALLED);

  private static final int DEPTH = 4;
  private static final Set<Integer> CHINESE = Set.of(UScript.HAN, UScript.BOPOMOFO);
  private static final Set<Integer> JAPANESE = Set.of(UScript.HIRAGANA, UScript.KATAKANA);

  private final Path folder;
  private final Map<String, Optional<DrawnFont>> known = new HashMap<>();

  /**
   * @param folder below which fonts of the machine lie
   */
  DrawnScripts(Path folder) {
    this.folder = folder;
  }

  static DrawnScripts ofThisMachine() {
    return OF_THIS_MACHINE;
  }

  /** Returns the font that draws a character; nothing if there is none, or it doesn't have it. */
  synchronized Optional<DrawnFont> of(int character) {
    return family(UScript.getScript(character))
        .flatMap(family -> known.computeIfAbsent(family, this::load))
        .filter(font -> font.shows(character));
  }

  /** What belongs to all scripts and DejaVu hasn't is mostly a sign of East Asian writing. */
  private static Optional<String> family(int script) {
    if (CHINESE.contains(script) || script == UScript.COMMON) {
      return Optional.of("Noto Sans CJK SC");
    }
    if (JAPANESE.contains(script)) {
      return Optional.of("Noto Sans CJK JP");
    }
    if (script == UScript.HANGUL) {
      return Optional.of("Noto Sans CJK KR");
    }
    return script == UScript.INHERITED || script == UScript.UNKNOWN || UScript.isRightToLeft(script)
        ? Optional.empty()
        : Optional.of("Noto Sans " + UScript.getName(script).replace('_', ' '));
  }

  private Optional<DrawnFont> load(String family) {
    boolean isCjk = family.startsWith("Noto Sans CJK");
    String name = isCjk ? "NotoSansCJK-Regular" : family.replace(" ", "") + "-Regular";
    try (InputStream own = DrawnScripts.class.getResourceAsStream(name + ".ttf")) {
      if (own != null) {
        return Optional.of(new DrawnFont(Font.createFont(Font.TRUETYPE_FONT, own)));
      }
      Optional<Path> file = installed(name);
      if (file.isEmpty()) {
        return Optional.empty();
      }
      return Stream.of(Font.createFonts(file.get().toFile()))
          .filter(font -> !isCjk || font.getFamily(Locale.ROOT).equals(family))
          .map(DrawnFont::new)
          .findFirst();
    } catch (IOException
        | FontFormatException
        | RuntimeException
        | LinkageError
        | InternalError e) {
      // A machine without the libraries of fonts that the JDK loads, which says so by an error of
      // its own, or a broken file: the PDF says what it doesn't show.
      return Optional.empty();
    }
  }

  private Optional<Path> installed(String name) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    List<String> names = List.of(name + ".ttf", name + ".otf", name + ".ttc");
    try (Stream<Path> files =
        Files.find(folder, DEPTH, (file, facts) -> names.contains(file.getFileName().toString()))) {
      return files.sorted().findFirst();
    }
  }
}
