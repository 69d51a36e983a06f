package wasl.launch;

/** What the person at the terminal sees while it takes a while. */
@FunctionalInterface
public interface Progress {

  void say(String line);

  /** Each line with the seconds since now. */
  static Progress timed() {
    var start = System.nanoTime();
    return line -> {
      var seconds = (System.nanoTime() - start) / 100_000_000 / 10.0;
      System.out.printf("%6.1f s  %s%n", seconds, line);
    };
  }
}
