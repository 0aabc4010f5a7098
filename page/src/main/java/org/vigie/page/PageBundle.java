package org.vigie.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.vigie.classifier.IndicatorReader;
import org.vigie.classifier.image.ImageOut;
import org.vigie.classifier.image.ModelImage;
import org.vigie.classifier.place.CountryNameTable;
import org.vigie.classifier.quantity.CountryCurrencies;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.sentence.SentenceCategorizer;
import org.vigie.classifier.sign.SignModel;
import org.vigie.classifier.sign.SignReader;
import org.vigie.files.yaml.YamlFile;
import org.vigie.web.offer.Countries;
import org.vigie.web.offer.Helpline;
import org.vigie.web.offer.OfferApp;

/** The page's data, gathered from a models folder and from the libraries that it stands for. */
final class PageBundle {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SortedMap<String, ByteBuffer> parts = new TreeMap<>();

  private PageBundle() {}

  /**
   * Gathers what the form shows.
   *
   * @param helplines whom to call
   */
  static PageBundle ofWords(List<Helpline> helplines) throws IOException {
    PageBundle bundle = new PageBundle();
    bundle.addImage("helplines", out -> Helplines.write(helplines, out));
    List<String> countries = helplines.stream().map(Helpline::country).toList();
    for (String tag : OfferApp.tags()) {
      String file = "messages_" + tag + ".yaml";
      bundle.add("offer/" + file, json(OfferApp.messages(tag), file));
      Map<String, String> names = Countries.named(tag, countries);
      bundle.addImage("names/" + tag, out -> texts(out, names));
    }
    return bundle;
  }

  /** Gathers what libraries know, of which a little is asked for each text. */
  static PageBundle ofTables() throws IOException {
    PageBundle bundle = new PageBundle();
    bundle.addImage("unicode", UnicodeTables::write);
    for (String language : Locale.getISOLanguages()) {
      Map<String, String> names = new TreeMap<>(CountryNameTable.of(language));
      bundle.addImage("countries/" + language, out -> texts(out, names));
    }
    bundle.addImage(
        "currencies",
        out -> {
          texts(out, byCode(Locale.getISOCountries(), CountryCurrencies::of));
          texts(out, byCode(Locale.getISOLanguages(), CountryCurrencies::ofLanguage));
        });
    bundle.addPhones();
    return bundle;
  }

  /**
   * Gathers the words that texts are read by.
   *
   * @throws IllegalArgumentException if a file of the models folder is not as the manifest lists it
   */
  static PageBundle ofLists(Path models) throws IOException {
    Manifest manifest = Manifest.read(models);
    manifest.requireAsListed(models);
    ModelImage image = ModelImage.empty();
    IndicatorReader.load(
        models,
        model(models, manifest, SignReader.FORM),
        model(models, manifest, SentenceCategorizer.FORM),
        image);
    PageBundle bundle = new PageBundle();
    image.parts().forEach((name, bytes) -> bundle.parts.put(OfferScript.IMAGE + name, bytes));
    bundle.addLists(models);
    return bundle;
  }

  /**
   * Gathers the learnt weights that texts are read by.
   *
   * @throws IllegalArgumentException if a model is not as the manifest lists it
   */
  static PageBundle ofWeights(Path models) throws IOException {
    Manifest manifest = Manifest.read(models);
    Path signs = model(models, manifest, SignReader.FORM);
    PageBundle bundle = new PageBundle();
    bundle.addModel("signs", signs);
    bundle.add("models/signs/" + SignModel.WEIGHTS, stored(signs.resolve(SignModel.WEIGHTS)));
    bundle.addModel("sentences", model(models, manifest, SentenceCategorizer.FORM));
    return bundle;
  }

  /**
   * Returns a compressed file as one that says the same and is not: all data is compressed once.
   */
  private static byte[] stored(Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = new InflaterInputStream(Files.newInputStream(file));
        OutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.NO_COMPRESSION))) {
      in.transferTo(out);
    }
    return bytes.toByteArray();
  }

  private static Path model(Path models, Manifest manifest, String form) throws IOException {
    String name = manifest.requireActive(form);
    manifest.requireUnaltered(models, name);
    return models.resolve(name);
  }

  /** Adds the lists of the folder as JSON; those below it are in the image. */
  private void addLists(Path models) throws IOException {
    try (Stream<Path> files = Files.list(models)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        add("models/" + file.getFileName(), json(Files.readString(file), file.toString()));
      }
    }
  }

  private static byte[] json(String yaml, String file) throws IOException {
    return JSON.writeValueAsBytes(YamlFile.tree(yaml, file));
  }

  private void addModel(String name, Path folder) throws IOException {
    for (String file : List.of("model.bin", "calibration.json", "sequence.bin", "stacked.json")) {
      if (Files.exists(folder.resolve(file))) {
        add("models/" + name + "/" + file, Files.readAllBytes(folder.resolve(file)));
      }
    }
  }

  private void addPhones() throws IOException {
    List<String> phones = new ArrayList<>(PhoneNumberUtil.getInstance().getSupportedRegions());
    PhoneNumberUtil.getInstance()
        .getSupportedGlobalNetworkCallingCodes()
        .forEach(code -> phones.add(code.toString()));
    for (String region : phones) {
      String name = "PhoneNumberMetadataProto_" + region;
      try (InputStream in = PhoneNumberUtil.class.getResourceAsStream("data/" + name)) {
        if (in != null) {
          add("phones/" + name, in.readAllBytes());
        }
      }
    }
  }

  private static Map<String, String> byCode(String[] codes, UnaryOperator<String> value) {
    Map<String, String> byCode = new TreeMap<>();
    for (String code : codes) {
      if (!value.apply(code).isEmpty()) {
        byCode.put(code, value.apply(code));
      }
    }
    return byCode;
  }

  private static void texts(ImageOut out, Map<String, String> texts) {
    out.texts(List.copyOf(texts.keySet()));
    out.texts(List.copyOf(texts.values()));
  }

  private void addImage(String name, Consumer<ImageOut> writer) {
    ImageOut out = new ImageOut();
    writer.accept(out);
    parts.put(name, out.written());
  }

  private void add(String name, byte[] bytes) {
    parts.put(name, ByteBuffer.wrap(bytes));
  }

  /** Writes all parts, as {@link PageData} takes them. */
  void write(OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    for (Map.Entry<String, ByteBuffer> part : parts.entrySet()) {
      byte[] name = part.getKey().getBytes(StandardCharsets.UTF_8);
      byte[] bytes = new byte[part.getValue().remaining()];
      part.getValue().duplicate().get(bytes);
      out.writeInt(name.length);
      out.write(name);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
    out.flush();
  }
}
