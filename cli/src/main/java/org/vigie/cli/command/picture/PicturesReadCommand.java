package org.vigie.cli.command.picture;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.capture.picture.PictureCode;
import org.vigie.capture.picture.PictureLimits;
import org.vigie.capture.picture.PictureReader;
import org.vigie.capture.picture.PictureReading;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.SafeJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie pictures read}. */
@Command(
    name = "read",
    description = "Print the text, the codes and the perceptual hash of pictures; nothing is kept",
    footer = {
      "",
      "It prints one JSON object a picture. Each is decoded in a process of its own, without network",
      "where the system allows that. Text needs the program tesseract with the data of its language.",
      "Examples:",
      "  ./vigie pictures read flyer.jpg --lang ru,en",
      "  ./vigie pictures read photos/*.jpg --known lists/known.txt"
    })
public final class PicturesReadCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Pictures")
  private List<String> files = List.of();

  @Option(
      names = "--lang",
      paramLabel = "CODE",
      split = ",",
      description = "Language of the text, ISO 639-1; several with commas between")
  private List<String> languages = List.of();

  @Option(
      names = "--known",
      paramLabel = "FILE",
      description = "Hashes of known material (PDQ, SHA-256 or MD5), of which nothing is read")
  private List<String> known = List.of();

  public PicturesReadCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    boolean all = true;
    try (PictureReader reader = reader()) {
      for (String file : files) {
        PictureReading reading = read(reader, file);
        all &= reading.refusal().kind().isEmpty();
        environment.out().println(SafeJson.of(json(file, reading)));
      }
      if (reader.lacksText()) {
        environment.err().println("vigie: no text was looked for, since tesseract isn't installed");
      }
      if (reader.keepsNetwork()) {
        environment
            .err()
            .println("vigie: decoded with the network in reach, since unshare is refused here");
      }
    }
    return (all ? Exit.OK : Exit.DEAD_LETTERS).code();
  }

  private PictureReader reader() {
    List<Path> lists = known.stream().map(environment::path).toList();
    try {
      return new PictureReader(PictureLimits.defaults(), lists);
    } catch (IOException e) {
      throw UserError.ofInput("--known must name readable lists of hashes: " + e.getMessage());
    }
  }

  private PictureReading read(PictureReader reader, String file) throws IOException {
    Path path = environment.path(file);
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw UserError.ofInput("FILE must be a readable picture, but %s isn't".formatted(file));
    }
    return reader.read(path, languages);
  }

  private static ObjectNode json(String file, PictureReading reading) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("file", file);
    json.put("known", reading.known());
    if (!reading.refusal().kind().isEmpty()) {
      json.put("refused", reading.refusal().kind()).put("reason", reading.refusal().reason());
    } else if (!reading.known()) {
      json.put("hash", reading.hash().pdq()).put("quality", reading.hash().quality());
      json.put("width", reading.shape().width()).put("height", reading.shape().height());
      json.put("frames", reading.shape().frames()).put("exifFields", reading.shape().exif());
      json.put("text", reading.writing().text());
      if (!reading.writing().unread().isEmpty()) {
        json.put("textUnread", reading.writing().unread());
      }
      ArrayNode codes = json.putArray("codes");
      for (PictureCode code : reading.codes()) {
        codes.addObject().put("format", code.format()).put("text", code.text());
      }
    }
    return json.put("millis", reading.millis());
  }
}
