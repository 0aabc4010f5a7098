package org.vigie.pipeline.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessSpec;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/**
 * One of Flink's processes, as Flink's own settings describe it: memory is shared out as {@code
 * jobmanager.memory.*} and {@code taskmanager.memory.*} say.
 */
public final class FlinkProcess {
  private static final String APPLICATION =
      "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint";
  private static final String TASKMANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";

  /**
   * The packages of Java's own into which Flink reaches, as its own {@code config.yaml} opens them:
   * without {@code java.util} no job can be made.
   */
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "sun.nio.ch",
          "java.text",
          "java.time",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.concurrent.locks");

  private final Path folder;
  private final Map<String, String> wishes;
  private final Configuration settings;

  private FlinkProcess(Path folder, Map<String, String> wishes, Configuration settings) {
    this.folder = folder;
    this.wishes = wishes;
    this.settings = settings;
  }

  /**
   * Reads the settings.
   *
   * @param folder which holds {@code config.yaml}
   * @param wishes settings that take the place of those of the file
   * @throws IllegalArgumentException if there is no such file, or it can't be read
   */
  public static FlinkProcess of(Path folder, Map<String, String> wishes) {
    Path file = folder.resolve("config.yaml");
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "Flink's settings must be in " + file + ", but there is no such file");
    }
    try {
      Configuration settings =
          GlobalConfiguration.loadConfiguration(
              folder.toString(), Configuration.fromMap(new TreeMap<>(wishes)));
      return new FlinkProcess(folder, new TreeMap<>(wishes), settings);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "Flink's settings in %s must be readable, but: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * Returns the command of a JobManager that runs one job alone.
   *
   * @param job name of the class whose {@code main} makes the job
   * @param words arguments of that class
   * @throws IllegalArgumentException if the settings of memory contradict each other
   */
  public JavaCommand jobManager(String job, List<String> words) {
    JobManagerProcessSpec memory =
        refused(() -> JobManagerProcessUtils.processSpecFromConfig(settings));
    List<String> arguments = arguments();
    arguments.addAll(split(JobManagerProcessUtils.generateDynamicConfigsStr(memory)));
    arguments.addAll(List.of("--job-classname", job));
    arguments.addAll(words);
    return new JavaCommand(
        options(JobManagerProcessUtils.generateJvmParametersStr(memory, settings), "jobmanager"),
        APPLICATION,
        arguments);
  }

  /**
   * Returns the command of a TaskManager.
   *
   * @throws IllegalArgumentException if the settings of memory contradict each other
   */
  public JavaCommand taskManager() {
    TaskExecutorProcessSpec memory =
        refused(() -> TaskExecutorProcessUtils.processSpecFromConfig(settings));
    List<String> arguments = arguments();
    arguments.addAll(split(TaskExecutorProcessUtils.generateDynamicConfigsStr(memory)));
    return new JavaCommand(
        options(ProcessMemoryUtils.generateJvmParametersStr(memory), "taskmanager"),
        TASKMANAGER,
        arguments);
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("-c", folder.toString()));
    wishes.forEach((key, value) -> arguments.addAll(List.of("-D", key + "=" + value)));
    return arguments;
  }

  private List<String> options(String memory, String role) {
    List<String> options = new ArrayList<>(split(memory));
    for (String opened : OPENED) {
      options.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    options.addAll(split(settings.get(CoreOptions.FLINK_JVM_OPTIONS)));
    options.addAll(split(settings.getString("env.java.opts." + role, "")));
    return options;
  }

  private static List<String> split(String words) {
    return words.isBlank() ? List.of() : List.of(words.strip().split("\\s+"));
  }

  /** How memory is shared out, or why it can't be. */
  private interface Reckoning<T> {
    T reckon();
  }

  private static <T> T refused(Reckoning<T> reckoning) {
    try {
      return reckoning.reckon();
    } catch (IllegalConfigurationException e) {
      throw new IllegalArgumentException(
          "Flink's settings of memory must agree, but: " + e.getMessage(), e);
    }
  }
}
