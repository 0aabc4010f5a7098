package org.vigie.cli.command.workspace;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.ForwardSettings;
import org.vigie.casework.config.ListenAddress;
import org.vigie.casework.config.ProviderSettings;
import org.vigie.casework.config.Settings;
import org.vigie.casework.custody.BackgroundCheck;
import org.vigie.casework.custody.DiskDemand;
import org.vigie.casework.custody.LostDatabase;
import org.vigie.casework.custody.WorkspaceRights;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.forward.AuditForwarder;
import org.vigie.casework.forward.ForwardState;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.meaning.Translators;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.casework.oidc.Provider;
import org.vigie.cli.command.joint.LetterReceiver;
import org.vigie.cli.command.option.MandateOptions;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.cli.progress.CleanStop;
import org.vigie.files.disk.DiskEncryption;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.seal.KeySource;
import org.vigie.files.seal.SealingKey;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import org.vigie.web.AccessFilter;
import org.vigie.web.pages.Console;
import org.vigie.web.pages.ConsoleDependencies;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie serve}. */
@Command(
    name = "serve",
    description = "Serve the analysts' pages until Ctrl-C",
    footer = {
      "",
      "The pages show what ./vigie run indexes, while it runs. At the first start an address is",
      "shown on which the first account is made. It listens on this machine alone; to let others",
      "in, put a reverse proxy with TLS in front of it. Machines ask /health/live, /health/ready",
      "and /metrics."
    })
public final class ServeCommand implements Callable<Integer> {
  private static final String LOOPBACK = "127.0.0.1";

  /** A SIEM hears of what is done within seconds. */
  private static final Duration FORWARDED = Duration.ofSeconds(2);

  private final Environment environment;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on; 0 for any that is free. Default: ${DEFAULT-VALUE}")
  private int port = 8_480;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      description =
          "Address of this machine to listen on, such as 0.0.0.0 in a container. What goes there"
              + " isn't encrypted: let only a proxy with TLS reach it. Default: ${DEFAULT-VALUE}")
  private String listen = LOOPBACK;

  @Option(
      names = "--offer-checker",
      description =
          "Serve the offer checker alone: a page for anybody that says what to look out for in a"
              + " job offer. It has no workspace and no accounts, and keeps nothing")
  private boolean offerChecker;

  @Option(
      names = "--helplines",
      paramLabel = "FILE",
      description = "With --offer-checker: whom to call. Default: Vigie's own helplines.yaml")
  private @Nullable String helplines;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @ArgGroup(validate = false, heading = MandateOptions.HEADING, order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  public ServeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.between("--port", port, 0, ListenAddress.HIGHEST_PORT);
    if (offerChecker) {
      if (mandateOptions.find(environment).isPresent()) {
        throw UserError.ofUsage(
            "--offer-checker must stand without a mandate, as it collects nothing, but has one");
      }
      return new OfferChecker(environment).serve(address(), port, helplines);
    }
    if (helplines != null) {
      throw UserError.ofUsage("--helplines goes with --offer-checker, but stands without it");
    }
    Workspace workspace = workspaceOption.toReadIn(environment);
    Optional<Mandate> offered = mandateOptions.find(environment);
    Settings settings = SettingsInForce.of(workspace, environment);
    ApprovedModels approved = ApprovedModels.of(workspace, settings);
    LostDatabase.requireNone(workspace, environment.shown(workspace.database()));
    requireClosed(workspace, settings);
    requireDisk(workspace, settings);
    ConsoleLog traces = new ConsoleLog(environment, workspace, offered);
    traces.begin();
    new MandateCheck(environment)
        .pass(workspace, offered, "serve", settings.console().web().alone() ? "alone" : "");
    approved.begin(settings.run().models());
    List<SettingsInForce.Waiting> waiting =
        SettingsInForce.begin(
            workspace, environment, event -> traces.log(environment.logged(), event));
    AuditSeal seal = AuditSeal.of(workspace, settings.custody().audit());
    Optional<SealingKey> key =
        new KeySource(settings.custody().files().key(), workspace.root())
            .read(environment.variables());
    AuditTrail trail =
        new AuditTrail(
            MandateCheck.log(workspace), seal.heads(), seal.publicKey(), seal.witnesses());
    ConsoleDependencies given =
        new ConsoleDependencies(
            new ConsoleDependencies.Address(address(), port),
            new ConsoleDependencies.Limits(
                settings.search().timeout(),
                Console.PAGES_A_MINUTE,
                settings.run().grouping().alertRules().dailyBudget()),
            new ConsoleDependencies.Rules(
                settings.custody().retention(),
                settings.custody().disclosure(),
                settings.console().web(),
                settings.custody().evidence(),
                settings.reading().pictures(),
                settings.custody().files().scanner(),
                waiting,
                () -> new MandateCheck(environment).find(workspace, offered, "serve")),
            new ConsoleDependencies.Models(
                settings.run().models(), approved, Translators.of(workspace, settings)),
            new ConsoleDependencies.Log(traces, trail, seal),
            new ConsoleDependencies.Secrets(new SecureRandom(), key),
            provider(workspace, settings),
            environment.clock());
    try (Console console = Console.start(workspace, given);
        AutoCloseable forwarding = forwarding(workspace, settings);
        AutoCloseable checking = checking(workspace, settings, traces);
        AutoCloseable letters = letters(workspace, settings, given.rules().mandate());
        CleanStop stop = CleanStop.of(environment, "./vigie serve starts it again")) {
      String address = "http://%s:%d".formatted(listen, console.port());
      environment.out().println("The pages are at " + address + " until Ctrl-C.");
      ServeNotes notes = new ServeNotes(environment, settings.console());
      notes.sayHowToBegin(console.firstAccountPaths(), address);
      notes.sayHosts(InetAddress.getByName(listen));
      notes.sayWaiting(waiting);
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Exit.OK.code();
  }

  /** Sends the audit log on while the pages are served, if the settings say where to. */
  private AutoCloseable forwarding(Workspace workspace, Settings settings) throws IOException {
    Path log = MandateCheck.log(workspace);
    Optional<ForwardSettings> to = settings.custody().audit().forward();
    if (to.isEmpty()) {
      // An outage of a receiver that nobody names any more is none.
      Files.deleteIfExists(ForwardState.beside(log));
      return () -> {};
    }
    return new AuditForwarder(log, to.get(), workspace.root(), environment.clock())
        .every(FORWARDED);
  }

  /** Looks over the workspace while the pages are served, and tells log and screen of it. */
  private AutoCloseable checking(
      Workspace workspace, Settings settings, AccessFilter.Traces traces) {
    return new BackgroundCheck(
            workspace,
            settings,
            environment.clock(),
            state -> {
              state.problems().forEach(each -> environment.err().println(SafeText.line(each)));
              traces.log(environment.logged(), AuditEvent.of("background check", state.line()));
            })
        .daily();
  }

  /** Takes letters of partners while the pages are served, if the settings say where. */
  private AutoCloseable letters(Workspace workspace, Settings settings, Supplier<Mandate> mandate)
      throws IOException {
    Optional<ListenAddress> at = settings.console().web().lettersAt();
    return at.isEmpty()
        ? () -> {}
        : new LetterReceiver(environment, workspace, mandate).start(at.get());
  }

  /** Returns the address to listen on, which must be one of this machine's. */
  private String address() {
    try {
      InetAddress address = InetAddress.getByName(listen);
      if (!address.isAnyLocalAddress() && NetworkInterface.getByInetAddress(address) == null) {
        throw UserError.ofUsage(
            "--listen must be an address of this machine, but %s isn't"
                .formatted(SafeText.line(listen)));
      }
      return listen;
    } catch (IOException e) {
      throw new UserError(
          Exit.USAGE, "--listen must be an address, but was " + SafeText.line(listen), e);
    }
  }

  /** Hashes of passwords and secrets of authenticators lie there. */
  private void requireClosed(Workspace workspace, Settings settings) throws IOException {
    List<Path> looser =
        new WorkspaceRights(workspace.root(), settings.custody().files().group()).looser();
    if (!looser.isEmpty()) {
      throw UserError.ofInput(
          "what a workspace holds must be open to its owner alone, but others may open %s of it, such as %s; type chmod -R go= %s"
              .formatted(
                  Words.count(looser.size(), "file or folder", "files and folders"),
                  environment.shown(looser.getFirst()),
                  environment.shown(workspace.root())));
    }
  }

  /** Says, too, what nobody would look for who thinks that it is so. */
  private void requireDisk(Workspace workspace, Settings settings) {
    DiskEncryption.Seen seen =
        DiskDemand.of(settings.custody().files().encryptedDisk())
            .require(workspace.root(), environment.shown(workspace.root()));
    if (seen.state() == DiskEncryption.State.ENCRYPTED) {
      environment.out().println("The workspace: " + DiskDemand.words(seen) + ".");
    } else {
      environment
          .err()
          .println(
              "vigie: encryption of the workspace at rest: %s; docs/how-to/custody.md says what to do"
                  .formatted(DiskDemand.words(seen)));
    }
  }

  private static Optional<Provider> provider(Workspace workspace, Settings settings)
      throws IOException {
    Optional<ProviderSettings> named = settings.console().provider();
    if (named.isEmpty()) {
      return Optional.empty();
    }
    String file = named.get().secretFile();
    String secret = file.isEmpty() ? "" : Files.readString(workspace.root().resolve(file)).strip();
    return Optional.of(new Provider(named.get(), secret));
  }
}
