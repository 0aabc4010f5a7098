package org.vigie.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.casework.Readme;

/** The provenance and the signature that {@code ./vigie dist} writes, of a small release. */
class DistTest {
  private static final String SHA_OF_LIBRARY = "ab".repeat(32);
  private static final String LIST = "vigie-1.2.3.sha256";

  @TempDir Path folder;
  private Path release;

  /** What a command did. */
  private record Ended(int code, String out) {}

  @BeforeEach
  void makeARelease() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "releases are made by a shell");
    assumeTrue(run("openssl", "version").out().startsWith("OpenSSL 3"), "openssl signs");
    release = Files.createDirectory(folder.resolve("a release"));
    for (String file :
        List.of("vigie-1.2.3.tar.gz", "vigie-encoder-1.2.3.tar.gz", "vigie_1.2.3_all.deb")) {
      Files.writeString(release.resolve(file), file);
    }
    Files.writeString(
        release.resolve("vigie-1.2.3.cdx.json"),
        """
        {"components": [
          {"purl": "pkg:maven/org.vigie/vigie-web@1.2.3?type=jar"},
          {"purl": "pkg:maven/org.jsoup/jsoup@1.24.1?type=jar", "hashes": [
            {"alg": "MD5", "content": "0"}, {"alg": "SHA-256", "content": "%s"}]}]}
        """
            .formatted(SHA_OF_LIBRARY));
    Files.writeString(folder.resolve("extra.jar"), "jar");
  }

  @Test
  void anUnsignedReleaseSaysSo() throws Exception {
    Files.writeString(release.resolve(LIST + ".sig"), "of an earlier one");

    Ended made = attest("");

    assertThat(made.code()).as(made.out()).isZero();
    assertThat(made.out()).contains("vigie: unsigned; ./vigie dist --sign KEYFILE");
    assertThat(release.resolve(LIST + ".sig")).doesNotExist();
  }

  @Test
  void whatIsSignedIsVerifiedByOpensslAndWhatIsChangedIsNot() throws Exception {
    assertThat(attest(key("ed25519", "key.pem")).code()).isZero();

    assertThat(verified()).isTrue();
    assertThat(runIn(release, "sha256sum", "-c", LIST).code()).isZero();
    Files.writeString(release.resolve("vigie-1.2.3.provenance.json"), "{}");
    assertThat(runIn(release, "sha256sum", "-c", LIST).code()).isNotZero();
    Files.writeString(
        release.resolve(LIST), Files.readString(release.resolve(LIST)).replace(".deb", ".exe"));
    assertThat(verified()).isFalse();
  }

  @Test
  void aKeyOfAnotherKindOrNoneSignsNothing() throws Exception {
    Files.writeString(folder.resolve("none.pem"), "no key");
    for (String key : List.of(key("ed448", "other.pem"), folder.resolve("none.pem").toString())) {
      Ended made = attest(key);
      assertThat(made.code()).as(made.out()).isEqualTo(4);
      assertThat(made.out()).contains(key + " must hold a private key of Ed25519");
      assertThat(release.resolve(LIST + ".sig")).doesNotExist();
    }
  }

  @Test
  void theProvenanceNamesWhatWasMadeAndOfWhat() throws Exception {
    assertThat(attest("").code()).isZero();
    Path file = release.resolve("vigie-1.2.3.provenance.json");
    JsonNode statement = new ObjectMapper().readTree(file.toFile());

    assertThat(statement.path("_type").asText()).isEqualTo("https://in-toto.io/Statement/v1");
    assertThat(statement.path("predicateType").asText())
        .isEqualTo("https://slsa.dev/provenance/v1");
    String list = Files.readString(release.resolve(LIST));
    assertThat(statement.path("subject"))
        .hasSize(4)
        .allSatisfy(subject ->
            assertThat(list)
                .contains(
                    subject.at("/digest/sha256").asText() + "  " + subject.path("name").asText()));
    JsonNode definition = statement.at("/predicate/buildDefinition");
    assertThat(definition.at("/internalParameters/jdk").asText()).contains(javaVersion());
    assertThat(definition.path("resolvedDependencies").toString())
        .contains("jsoup@1.24.1", SHA_OF_LIBRARY, "extra.jar")
        .doesNotContain("vigie-web");
    assertThat(statement.at("/predicate/runDetails/builder/id").asText()).startsWith("urn:vigie:");
  }

  @Test
  void theProvenanceIsTheSameEachTimeAndNamesTheCommit() throws Exception {
    Path file = release.resolve("vigie-1.2.3.provenance.json");
    assertThat(attest("").code()).isZero();
    String first = Files.readString(file);
    assertThat(attest(key("ed25519", "key.pem")).code()).isZero();

    assertThat(file).hasContent(first);
    Ended commit = runIn(Readme.project(), "git", "rev-parse", "--verify", "-q", "HEAD");
    String named = commit.code() == 0 ? commit.out().strip() : "unknown";
    assertThat(first).contains("\"commit\" : \"" + named + "\"");
  }

  @Test
  void whatNobodyCanSayTheCommitOfCountsAsModified() throws Exception {
    Path copy = Files.createDirectories(folder.resolve("sources/deploy/dist"));
    for (String file : List.of("attest", "Provenance.java")) {
      Files.copy(
          Readme.project().resolve("deploy/dist").resolve(file),
          copy.resolve(file),
          StandardCopyOption.COPY_ATTRIBUTES);
    }

    Ended made = attest(folder.resolve("sources"), "");

    assertThat(made.code()).as(made.out()).isZero();
    assertThat(Files.readString(release.resolve("vigie-1.2.3.provenance.json")))
        .contains("\"commit\" : \"unknown\"", "\"modified\" : true");
  }

  /** As deploy/dist/make packs it: whenever and in whichever order its files were written. */
  @Test
  void aTarballMadeTwiceIsTheSameByteForByte() throws Exception {
    String make = Files.readString(Readme.project().resolve("deploy/dist/make"));
    String pack = make.substring(make.indexOf("pack() {"), make.indexOf("pack \"$work\""));
    List<String> files = List.of("lib/b.jar", "lib/a.jar", "bin/vigie");
    List<Path> made = new ArrayList<>();
    for (int time = 1; time <= 2; time++) {
      Path built = folder.resolve("built " + time);
      for (String file : time == 1 ? files : files.reversed()) {
        Path path = built.resolve("vigie-1.2.3").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, file);
        Files.setLastModifiedTime(path, FileTime.fromMillis(1_000_000_000_000L * time));
      }
      Path tarball = folder.resolve(time + ".tar.gz");
      Path script =
          Files.writeString(
              folder.resolve("pack"),
              "set -eu\nname=vigie-1.2.3\nstamp=2026-01-05T00:00:00Z\n"
                  + pack
                  + "pack \"$1\" \"$2\"\n");
      Ended ended = run("/bin/sh", script.toString(), built.toString(), tarball.toString());
      assertThat(ended.code()).as(ended.out()).isZero();
      made.add(tarball);
    }

    assertThat(made.getFirst()).hasSameBinaryContentAs(made.getLast());
    assertThat(run("tar", "-tzf", made.getFirst().toString()).out())
        .containsSubsequence("bin/vigie", "lib/a.jar", "lib/b.jar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--sign|", "--sign=", "--sign"})
  void anEmptyNameOfAKeyMakesNoRelease(String words) throws Exception {
    List<String> typed = new ArrayList<>();
    typed.addAll(List.of(Readme.project().resolve("vigie").toString(), "dist"));
    typed.addAll(List.of(words.split("\\|", -1)));

    Ended ended = run(typed.toArray(String[]::new));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).contains("--sign needs a file");
  }

  private static String javaVersion() {
    return Runtime.version().toString().split("[+-]")[0];
  }

  private String key(String kind, String name) throws Exception {
    String file = folder.resolve(name).toString();
    assertThat(run("openssl", "genpkey", "-algorithm", kind, "-out", file).code()).isZero();
    return file;
  }

  /** As docs/how-to/deploy.md says. */
  private boolean verified() throws Exception {
    Path key = folder.resolve("key.pem");
    Path shared = folder.resolve("vigie.pub");
    run("openssl", "pkey", "-in", key.toString(), "-pubout", "-out", shared.toString());
    return runIn(
                release,
                "openssl",
                "pkeyutl",
                "-verify",
                "-pubin",
                "-inkey",
                shared.toString(),
                "-rawin",
                "-in",
                LIST,
                "-sigfile",
                LIST + ".sig")
            .code()
        == 0;
  }

  private Ended attest(String key) throws Exception {
    return attest(Readme.project(), key);
  }

  private Ended attest(Path home, String key) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(home.resolve("deploy/dist/attest").toString());
    words.addAll(List.of(home.toString(), System.getProperty("java.home")));
    words.add(System.getProperty("java.class.path"));
    words.addAll(List.of(release.toString(), "1.2.3", key, folder.resolve("extra.jar").toString()));
    return run(words.toArray(String[]::new));
  }

  private Ended run(String... words) throws Exception {
    return runIn(folder, words);
  }

  private static Ended runIn(Path where, String... words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words).directory(where.toFile()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), out);
  }
}
