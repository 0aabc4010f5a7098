package org.vigie.files.plugin;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.vigie.advert.Advert;

/** What starts the processes of plug-ins: nothing of our environment goes with them. */
public final class PluginCommand {
  private static final Path SHELL = Path.of("/bin/sh");
  private static final String JAVA = "java:";

  private PluginCommand() {}

  /**
   * Returns the command of a plug-in in a jar.
   *
   * @param hash {@code sha256:} of the jar that was admitted: no other is loaded
   * @param name of the plug-in; empty for the whole jar, which then says what is in it
   */
  public static List<String> ofJar(Path jar, String hash, String name) {
    return List.of(JAVA, jar.toAbsolutePath().toString(), hash, name);
  }

  /** Returns what starts a plug-in's process in a folder. */
  static ProcessBuilder of(PluginSpec spec, Path folder) {
    boolean isJar = spec.command().getFirst().equals(JAVA);
    ProcessBuilder builder =
        new ProcessBuilder(isJar ? java(spec, folder) : bounded(spec))
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    environment.put("PATH", path);
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("PYTHONIOENCODING", "utf-8");
    environment.put("HOME", folder.toString());
    environment.put(LeftProcesses.MARK, folder.toString());
    return builder;
  }

  /**
   * Kills a process with all that it started, itself first: a loop would start the next child when
   * it loses the last one.
   *
   * @param folder that it works in
   */
  static void kill(Process process, Path folder) {
    List<ProcessHandle> below = process.descendants().toList();
    process.destroyForcibly();
    below.forEach(ProcessHandle::destroyForcibly);
    LeftProcesses.kill(folder);
  }

  private static List<String> java(PluginSpec spec, Path folder) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Xmx" + spec.limits().heap());
    words.addAll(List.of("-Xss1m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    words.addAll(
        List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-UsePerfData",
            "-Dfile.encoding=UTF-8"));
    words.addAll(List.of("-Djava.io.tmpdir=" + folder, "-cp", classPath()));
    words.add(PluginHost.class.getName());
    words.addAll(spec.command().subList(1, spec.command().size()));
    return words;
  }

  /** A shell sets how much memory what it becomes may take, where there is one. */
  private static List<String> bounded(PluginSpec spec) {
    if (!Files.isExecutable(SHELL)) {
      return spec.command();
    }
    List<String> words = new ArrayList<>();
    words.addAll(
        List.of(
            SHELL.toString(),
            "-c",
            "ulimit -v %d 2>/dev/null; ulimit -c 0; exec \"$@\""
                .formatted(spec.limits().memory() >> 10),
            "sh"));
    words.addAll(spec.command());
    return words;
  }

  /** Returns where the few classes lie that the process needs: a plug-in sees no others of ours. */
  private static String classPath() {
    return Stream.of(
            PluginHost.class,
            Advert.class,
            JsonMapper.class,
            JsonFactory.class,
            JsonAutoDetect.class,
            JavaTimeModule.class,
            NullMarked.class)
        .map(PluginCommand::place)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException(type + " must come from a file, but doesn't");
    }
    try {
      return Path.of(source.getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(type + " must come from a file, but doesn't", e);
    }
  }
}
