package org.vigie.files.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.world.CompiledPlugins;

/** What a plug-in must not do to the machine, whatever it tries. */
class HostilePluginTest {
  private static final PluginLimits QUICK =
      new PluginLimits(64L << 20, 1L << 30, 500, 2_000, 64L << 10);

  @TempDir private Path folder;

  private static PluginProcess shell(String name, String script) {
    return new PluginProcess(
        new PluginSpec(
            name, PluginKind.ENRICHER, List.of("/bin/sh", "-c", script), List.of(), "test", QUICK));
  }

  private static ObjectNode question() {
    return PluginJson.object().put("do", "enrich");
  }

  @Test
  void leavesNoThreadThatStillReadsAFlood() throws Exception {
    PluginProcess process = shell("chatty", "read line; while :; do echo '{\"x\":1}'; done");

    catchThrowableOfType(PluginFault.class, () -> process.ask(question()));

    for (int i = 0; i < 600 && reading("chatty") > 0; i++) {
      Thread.sleep(100);
    }
    assertThat(reading("chatty")).isZero();
  }

  private static long reading(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("plug-in " + name))
        .count();
  }

  @Test
  void leavesNothingBehindThatItsParentLeftAlone() throws Exception {
    Path pid = folder.resolve("pid");
    try (PluginProcess process =
        shell(
            "parent",
            "read line; (sleep 62 & echo $! > %s); echo '{\"done\":1}'; read line"
                .formatted(pid))) {
      process.ask(question());
    }
    assertGone(pid);
  }

  @Test
  void leavesNothingBehindWhereItCrashed() throws Exception {
    Path pid = folder.resolve("pid");
    PluginProcess process =
        shell("crashing", "sleep 63 >/dev/null & echo $! > %s; exit 1".formatted(pid));

    catchThrowableOfType(PluginFault.class, () -> process.ask(question()));

    assertGone(pid);
  }

  private static void assertGone(Path pid) throws Exception {
    long number = Long.parseLong(Files.readString(pid).strip());
    for (int i = 0; i < 600 && isAlive(number); i++) {
      Thread.sleep(100);
    }
    assertThat(isAlive(number)).isFalse();
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  @Test
  void endsByItselfWhereWhoAskedIsGone() throws Exception {
    PluginSpec spec = jar(endless(), "").getFirst();
    PluginFolder work = PluginFolder.make();
    Process process = PluginCommand.of(spec, work.path()).start();
    try {
      try (OutputStream out = process.getOutputStream()) {
        ObjectNode asked = question().put("id", 1);
        asked.putObject("advert").put("text", "x").put("site", "example.org");
        out.write((asked + "\n").getBytes(StandardCharsets.UTF_8));
      }
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      PluginCommand.kill(process, work.path());
      work.delete();
    }
  }

  /** What a manifest names beside the jar nobody hashed, so it could be swapped. */
  @Test
  void loadsNothingFromBesideTheJarThatWasAdmitted() throws IOException {
    Path jar = endless();

    assertThatThrownBy(() -> jar(jar, jar.toUri().toString()))
        .hasMessageContaining("must hold plug-ins")
        .hasMessageContaining("Class-Path");
  }

  private Path endless() throws IOException {
    return CompiledPlugins.of(
        folder,
        "Endless",
        """
        public final class Endless implements org.vigie.advert.plugin.EnricherPlugin {
          public String name() { return "endless"; }
          public java.util.Map<String, String> fields(org.vigie.advert.Advert advert) {
            while (true) Thread.onSpinWait();
          }
        }
        """);
  }

  /** Returns what is in a jar, whose classes lie elsewhere if its manifest names a class path. */
  private List<PluginSpec> jar(Path jar, String classPath) throws IOException {
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    if (classPath.isEmpty()) {
      Files.copy(jar, plugins.resolve("a.jar"));
    } else {
      Manifest manifest = new Manifest();
      manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
      manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
      try (JarOutputStream out =
          new JarOutputStream(Files.newOutputStream(plugins.resolve("a.jar")), manifest)) {
        out.putNextEntry(new ZipEntry("META-INF/services/org.vigie.advert.plugin.Plugin"));
        out.write("Endless\n".getBytes(StandardCharsets.UTF_8));
      }
    }
    PluginRegistry registry =
        new PluginRegistry(
            plugins, "", List.of(), new PluginLimits(32L << 20, 1L << 30, 5_000, 10_000, 1L << 20));
    return registry.in(registry.jars().getFirst());
  }
}
