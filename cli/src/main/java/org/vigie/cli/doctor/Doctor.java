package org.vigie.cli.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.advert.ExpiredMandateException;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.Settings;
import org.vigie.casework.custody.BackupTrial;
import org.vigie.casework.custody.CheckState;
import org.vigie.casework.custody.DiskDemand;
import org.vigie.casework.custody.WorkspaceRights;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.mandate.MandateFile;
import org.vigie.casework.mandate.SyntheticMandate;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.classifier.registry.Manifest;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** The checks of what Vigie needs on this machine. */
public final class Doctor {
  private static final long MIN_HEAP = 512L << 20;
  private static final long MIN_DISK = 2L << 30;
  private static final Duration SOON = Duration.ofDays(3);

  private final Environment environment;
  private final Workspace workspace;

  public Doctor(Environment environment, Workspace workspace) {
    this.environment = environment;
    this.workspace = workspace;
  }

  /** Returns what each check found, in the order in which things are needed. */
  public List<DoctorFinding> findings() {
    return List.of(
        jdk(Runtime.version().feature()),
        memory(Runtime.getRuntime().maxMemory()),
        disk(),
        port(),
        configuration(),
        new StoredQueryCheck(workspace.queries()).finding(),
        models(),
        workspace(),
        rights(),
        mandate(),
        new DatabaseCheck(workspace).finding(),
        new SecondAdminCheck(workspace, environment).finding(),
        new ForwardCheck(MandateCheck.log(workspace), settings().custody().audit().forward())
            .finding(environment.clock().instant()),
        new SealCheck(workspace, settings().custody().files().key())
            .finding(environment.variables()),
        new DiskCheck(DiskDemand.of(settings().custody().files().encryptedDisk()))
            .finding(workspace.root()),
        new IntegrityCheck(CheckState.file(workspace)).finding(),
        new BackupTrialCheck(BackupTrial.file(workspace)).finding(environment.clock().instant()),
        scanner(),
        escalations());
  }

  static DoctorFinding jdk(int feature) {
    return feature >= 21
        ? DoctorFinding.ok("JDK", feature + (feature < 25 ? " (25 is faster)" : ""))
        : DoctorFinding.mend(
            "JDK", feature + ", but 21 or newer is needed", "set JAVA_HOME to a JDK 25");
  }

  static DoctorFinding memory(long heap) {
    String found = (heap >> 20) + " MiB for Java";
    return heap >= MIN_HEAP
        ? DoctorFinding.ok("memory", found)
        : DoctorFinding.mend(
            "memory",
            found + ", but " + (MIN_HEAP >> 20) + " are needed",
            "start with VIGIE_JAVA_OPTS=-Xmx1g, on a machine that has 2 GiB");
  }

  private DoctorFinding disk() {
    Path there = workspace.root().toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    // By the file itself: a store of files is only known where its mount is seen, which isn't so
    // in each container.
    long free = there.toFile().getUsableSpace();
    String found = (free >> 20) + " MiB free at " + environment.shown(there);
    return free >= MIN_DISK
        ? DoctorFinding.ok("disk", found)
        : DoctorFinding.mend(
            "disk",
            found + ", but " + (MIN_DISK >> 20) + " are needed",
            "make room, or name another place with --workspace");
  }

  private static DoctorFinding port() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return DoctorFinding.ok(
          "loopback", "a port can be opened on " + socket.getInetAddress().getHostAddress());
    } catch (IOException e) {
      return DoctorFinding.mend(
          "loopback",
          "no port can be opened: " + e.getMessage(),
          "allow this user to listen on 127.0.0.1; the demo and the stream need it");
    }
  }

  private DoctorFinding configuration() {
    String file = environment.shown(workspace.config());
    try {
      Settings settings = Settings.of(workspace, environment);
      return DoctorFinding.ok(
          "settings",
          (Files.exists(workspace.config()) ? file : "the defaults (there is no " + file + ")")
              + (settings.crawl().identity().contact().isEmpty()
                  ? "; crawl.contact is empty, so nothing can be crawled yet"
                  : ""));
    } catch (UserError e) {
      return DoctorFinding.mend(
          "settings",
          String.valueOf(e.getMessage()),
          "mend that line in " + file + ", or that variable");
    }
  }

  private DoctorFinding models() {
    Path models = modelsFolder();
    String shown = environment.shown(models);
    if (!Files.isRegularFile(models.resolve("taxonomy.yaml"))) {
      return DoctorFinding.mend(
          "models",
          shown + " holds no taxonomy.yaml",
          "restore the folder from the repository, or set run.models");
    }
    try {
      requireUsable(models);
      return DoctorFinding.ok("models", shown);
    } catch (UserError | IOException e) {
      return DoctorFinding.mend(
          "models",
          String.valueOf(e.getMessage()),
          "see to them before you stop what runs: nothing starts with them as they are");
    }
  }

  /** Other models, such as a new release brings, are refused until the workspace approves them. */
  private void requireUsable(Path models) throws IOException {
    if (Files.exists(models.resolve(Manifest.NAME))) {
      ApprovedModels.of(workspace, settings()).require(models);
      ApprovedModels.requireAsListed(models);
    }
  }

  /** Settings that can't be read are another finding. */
  private Settings settings() {
    try {
      return Settings.of(workspace, environment);
    } catch (UserError e) {
      return Settings.defaults(environment.home());
    }
  }

  private Path modelsFolder() {
    return settings().run().models();
  }

  private DoctorFinding workspace() {
    String shown = environment.shown(workspace.root());
    if (!Files.exists(workspace.root())) {
      return DoctorFinding.mend(
          "workspace",
          shown + " does not exist yet",
          "type ./vigie init, or ./vigie demo to look around");
    }
    return Files.isDirectory(workspace.root()) && Files.isWritable(workspace.root())
        ? DoctorFinding.ok("workspace", shown)
        : DoctorFinding.mend(
            "workspace", shown + " is no writable folder", "make it one, or name another");
  }

  private DoctorFinding rights() {
    try {
      List<Path> looser = new WorkspaceRights(workspace.root(), group()).looser();
      return looser.isEmpty()
          ? DoctorFinding.ok("rights", "nobody else may open what the workspace holds")
          : DoctorFinding.mend(
              "rights",
              "others may open "
                  + Words.count(looser.size(), "file or folder", "files and folders")
                  + ", such as "
                  + environment.shown(looser.getFirst()),
              "type chmod -R go= " + environment.shown(workspace.root()));
    } catch (IOException e) {
      return DoctorFinding.mend(
          "rights",
          "can't be read: " + e.getMessage(),
          "make the workspace readable for the user who runs Vigie");
    }
  }

  /** By default nobody else may open anything. */
  private String group() {
    return settings().custody().files().group();
  }

  /** Says how many adverts wait for a person, since nothing else shows them. */
  private DoctorFinding escalations() {
    Path file = workspace.escalations();
    if (!Files.exists(file)) {
      return DoctorFinding.ok("minors", "no advert went the minor-risk route");
    }
    try (Stream<String> lines = Files.lines(file)) {
      long count = lines.count();
      return DoctorFinding.ok(
          "minors",
          count == 0
              ? "no advert went the minor-risk route"
              : Words.count(count, "advert", "adverts")
                  + " to hand on, without text, in "
                  + environment.shown(file));
    } catch (IOException | UncheckedIOException e) {
      return DoctorFinding.mend(
          "minors",
          environment.shown(file) + " can't be read: " + e.getMessage(),
          "make it readable: it names adverts that may concern a minor");
    }
  }

  private DoctorFinding scanner() {
    String scanner = settings().custody().files().scanner();
    return DoctorFinding.ok(
        "malware",
        scanner.isEmpty()
            ? "nobody looks for it in case files (files.scanner)"
            : "looked for in case files by " + SafeText.line(scanner));
  }

  private DoctorFinding mandate() {
    String file = environment.shown(workspace.mandate());
    Instant now = environment.clock().instant();
    try {
      Mandate mandate = MandateFile.read(workspace.mandate(), file).requireValid(now);
      String until = ", valid until " + Words.minute(mandate.validUntil());
      boolean soon = now.plus(SOON).isAfter(mandate.validUntil());
      return DoctorFinding.ok(
          "mandate",
          "case "
              + mandate.caseId()
              + until
              + (soon ? " (soon!)" : "")
              + (SyntheticMandate.is(mandate) ? "; for trying out only, not for crawling" : ""));
    } catch (ExpiredMandateException e) {
      return DoctorFinding.mend(
          "mandate", String.valueOf(e.getMessage()), "type ./vigie init --replace");
    } catch (UserError e) {
      return DoctorFinding.mend("mandate", String.valueOf(e.getMessage()), "type ./vigie init");
    }
  }
}
