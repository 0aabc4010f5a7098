package org.vigie.world;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;

/** Plug-ins that lie outside the build, compiled against the classes of {@code advert} alone. */
public final class CompiledPlugins {
  private CompiledPlugins() {}

  /**
   * Returns a jar of the sample in {@code docs/examples/plugin}.
   *
   * @param project where that folder lies
   * @param folder where the jar is made
   */
  public static Path sample(Path project, Path folder) throws IOException {
    Path sample = project.resolve("docs/examples/plugin");
    List<Path> sources;
    try (Stream<Path> all = Files.walk(sample.resolve("src"))) {
      sources = all.filter(file -> file.toString().endsWith(".java")).toList();
    }
    String services =
        Files.readString(sample.resolve("META-INF/services/org.vigie.advert.plugin.Plugin"));
    return jar(folder, "sample.jar", sources, services);
  }

  /** Returns a jar of one class of an unnamed package. */
  public static Path of(Path folder, String name, String source) throws IOException {
    Path file = Files.createDirectories(folder.resolve("src")).resolve(name + ".java");
    Files.writeString(file, source);
    return jar(folder, name.toLowerCase(Locale.ROOT) + ".jar", List.of(file), name + "\n");
  }

  private static Path jar(Path folder, String name, List<Path> sources, String services)
      throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes-" + name));
    @Nullable JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IOException("a JDK must run this, but a JRE does");
    }
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      String advert = Advert.class.getProtectionDomain().getCodeSource().getLocation().getPath();
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", advert),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!compiled) {
        throw new IOException("a plug-in must compile, but doesn't: " + said);
      }
    }
    Path jar = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out);
        Stream<Path> all = Files.walk(classes)) {
      zip.putNextEntry(new ZipEntry("META-INF/services/org.vigie.advert.plugin.Plugin"));
      zip.write(services.getBytes(StandardCharsets.UTF_8));
      for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(classes.relativize(each).toString()));
        Files.copy(each, zip);
      }
    }
    return jar;
  }
}
