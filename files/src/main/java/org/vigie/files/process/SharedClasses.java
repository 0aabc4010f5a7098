package org.vigie.files.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of processes that this one starts, and where they keep the classes they load: the
 * first of them that ends by itself writes these down, and all later ones take them from there,
 * which is quicker by seconds.
 *
 * @see <a href="https://openjdk.org/jeps/350">JEP 350: Dynamic CDS Archives</a>
 */
public final class SharedClasses {
  private static final String JAR = ".jar";

  /** Archives by main class, which end with this process. */
  private static final Map<Class<?>, Path> ARCHIVES = new HashMap<>();

  private SharedClasses() {}

  /**
   * Returns the options of Java for processes that begin with a class.
   *
   * <p>Java writes down classes of jars alone, and none at all where there is a folder on the class
   * path. A class that itself lies in a jar has all that it needs in jars, so that the folders of
   * who starts it are left out; for one in a folder, the class path is this process's.
   *
   * @param main the class, which needs nothing of what is built after it
   */
  public static List<String> options(Class<?> main) throws IOException {
    String classPath = System.getProperty("java.class.path", "");
    if (!isInJar(main)) {
      return List.of("-cp", classPath);
    }
    String jars =
        Stream.of(classPath.split(File.pathSeparator, -1))
            .filter(path -> path.endsWith(JAR))
            .collect(Collectors.joining(File.pathSeparator));
    return List.of(
        "-Xlog:disable",
        "-XX:+AutoCreateSharedArchive",
        "-XX:SharedArchiveFile=" + archive(main),
        "-cp",
        jars);
  }

  private static boolean isInJar(Class<?> main) {
    CodeSource source = main.getProtectionDomain().getCodeSource();
    return source != null && source.getLocation().getPath().endsWith(JAR);
  }

  private static synchronized Path archive(Class<?> main) throws IOException {
    Path known = ARCHIVES.get(main);
    if (known == null) {
      Path folder = Files.createTempDirectory("vigie-classes-");
      known = folder.resolve(main.getSimpleName() + ".jsa");
      folder.toFile().deleteOnExit();
      known.toFile().deleteOnExit();
      ARCHIVES.put(main, known);
    }
    return known;
  }
}
