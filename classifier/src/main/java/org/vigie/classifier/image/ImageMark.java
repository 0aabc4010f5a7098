package org.vigie.classifier.image;

import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.PricePeriod;
import org.vigie.files.digest.Sha256;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.NormalizedText;

/**
 * What an image holds for: the bytes of one models folder, the code that reads them, the Java and
 * ICU whose tables of letters, numbers and currencies it asks, and the language model.
 */
final class ImageMark {
  /** Whose jars hold all code that works something out of a models folder. */
  private static final Set<Class<?>> CODE =
      Set.of(ImageMark.class, NormalizedText.class, YamlMap.class, PricePeriod.class);

  /** The language model as its artifact ships it, whose weights are part of an image. */
  private static final String LANGUAGE_MODEL = "/langdetect-183.bin";

  private static @Nullable Optional<byte[]> ofCode;

  private ImageMark() {}

  /**
   * Returns the mark of a models folder; empty where the code lies in no jar, since it may change
   * while it is used.
   *
   * @param manifest the bytes that stand for those of all files of the models folder
   */
  static Optional<byte[]> of(byte[] manifest) throws IOException {
    return ofCode().map(code -> of(code, manifest));
  }

  /** Returns the mark of a models folder and some code. */
  static byte[] of(byte[] code, byte[] manifest) {
    MessageDigest digester = Sha256.digester();
    digester.update(code);
    digester.update(manifest);
    return digester.digest();
  }

  private static synchronized Optional<byte[]> ofCode() throws IOException {
    Optional<byte[]> known = ofCode;
    if (known == null) {
      known = digestOfCode();
      ofCode = known;
    }
    return known;
  }

  private static Optional<byte[]> digestOfCode() throws IOException {
    Set<Path> jars = new TreeSet<>();
    for (Class<?> each : CODE) {
      Optional<Path> jar = jarOf(each);
      if (jar.isEmpty()) {
        return Optional.empty();
      }
      jars.add(jar.get());
    }
    MessageDigest digester = Sha256.digester();
    for (Path jar : jars) {
      digester.update(Files.readAllBytes(jar));
    }
    String tables = Runtime.version() + " " + VersionInfo.ICU_VERSION + " " + languageModel();
    digester.update(tables.getBytes(StandardCharsets.UTF_8));
    return Optional.of(digester.digest());
  }

  /** Returns what tells one version of OpenNLP's language model from another: its jar's name. */
  private static String languageModel() {
    String place = String.valueOf(ImageMark.class.getResource(LANGUAGE_MODEL));
    String jar = place.substring(0, place.length() - LANGUAGE_MODEL.length());
    return jar.substring(jar.lastIndexOf('/') + 1);
  }

  private static Optional<Path> jarOf(Class<?> each) {
    CodeSource source = each.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty(); // in no file of its own
    }
  }
}
