// The framework's own English texts, in Vietnamese: Streamlit has no setting for them.
// Texts are changed in place (never the nodes that React owns), so an unknown one just stays English.
(() => {
  if (window.frameworkSpeaksVietnamese) return;
  window.frameworkSpeaksVietnamese = true;

  const exact = new Map(Object.entries({
    // Frame
    "Skip to main content": "Chuyển tới nội dung chính",
    "Sidebar": "Thanh bên",
    "Collapse sidebar": "Thu gọn thanh bên",
    "Expand sidebar": "Mở thanh bên",
    "App pages": "Các trang",
    "Navigate to home page": "Về trang đầu",
    "Main menu": "Trình đơn",
    "Theme": "Giao diện",
    "Light": "Sáng",
    "Dark": "Tối",
    "System": "Theo máy",
    "Print": "In",
    "Rerun": "Chạy lại",
    "Clear cache": "Xoá bộ nhớ đệm",
    "About": "Giới thiệu",
    "Get help": "Trợ giúp",
    "Help": "Giải thích",
    "Report a bug": "Báo lỗi",
    "Record screen": "Quay màn hình",
    "Running...": "Đang chạy…",
    "Stop": "Dừng",
    "Stopping...": "Đang dừng…",
    "Notifications": "Thông báo",
    "Link to heading": "Liên kết tới mục này",
    "Fullscreen": "Toàn màn hình",
    "Close fullscreen": "Thoát toàn màn hình",
    "Close": "Đóng",
    "Dismiss": "Đóng",
    "Cancel": "Huỷ",
    "Copy": "Chép",
    "Copy to clipboard": "Chép vào bộ nhớ tạm",
    "Copied": "Đã chép",
    "Try again": "Thử lại",
    "Show more": "Xem thêm",
    "Show less": "Thu gọn",
    "Scroll tabs left": "Cuộn thẻ sang trái",
    "Scroll tabs right": "Cuộn thẻ sang phải",
    "Traceback:": "Dấu vết lỗi:",
    "Script execution error": "Lỗi khi chạy trang",
    "Pagination": "Các trang của bảng",
    "Previous page": "Trang trước",
    "Next page": "Trang sau",
    // Connection
    "Connection error": "Mất kết nối",
    "Streamlit server is not responding. Are you connected to the internet?":
      "Máy chủ không trả lời. Kiểm tra mạng và xem chương trình còn chạy không.",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
      "Chương trình đã dừng. Mở lại bằng lệnh:",
    "streamlit run yourscript.py": "make run",
    "Page not found": "Không có trang này",
    // Choices
    "Choose an option": "Chọn một mục",
    "Choose date": "Chọn ngày",
    "Choose options": "Chọn một hoặc nhiều mục",
    "No options to select": "Không có mục nào để chọn",
    "No options to select.": "Không có mục nào để chọn.",
    "No results": "Không tìm thấy",
    "Open": "Mở",
    "Select all": "Chọn tất cả",
    "Selected values": "Các mục đã chọn",
    "Selectbox options": "Các mục",
    "Clear value": "Xoá lựa chọn",
    "Clear all": "Xoá tất cả",
    "Increment": "Tăng",
    "Decrement": "Giảm",
    "Press Enter to apply": "Nhấn Enter để áp dụng",
    "Press Ctrl+Enter to apply": "Nhấn Ctrl+Enter để áp dụng",
    "Press ⌘+Enter to apply": "Nhấn ⌘+Enter để áp dụng",
    "Press Enter to submit form": "Nhấn Enter để gửi",
    "Press Ctrl+Enter to submit form": "Nhấn Ctrl+Enter để gửi",
    "Press ⌘+Enter to submit form": "Nhấn ⌘+Enter để gửi",
    // Files
    "Upload": "Chọn tệp",
    "file upload": "chọn tệp để tải lên",
    "Add files": "Thêm tệp",
    "add icon": "thêm tệp",
    "Drag and drop files here": "Kéo thả tệp vào đây",
    "Drag and drop file here": "Kéo thả tệp vào đây",
    "Error:": "Lỗi:",
    "Upload failed": "Không tải lên được",
    // A file that a button makes; why it could not is in the log of the server
    "Failed to generate file for download":
      "Chưa tạo được tệp. Tải lại trang rồi bấm lại; vẫn lỗi thì báo người quản trị.",
    "Request timed out": "Lâu quá chưa có tệp. Đợi một lát rồi bấm lại.",
    "Connection closed": "Mất kết nối, chưa có tệp. Tải lại trang rồi bấm lại.",
    // Tables
    "Show/hide columns": "Hiện/ẩn cột",
    "Download as CSV": "Tải về dạng CSV",
    "Search": "Tìm trong bảng",
    "Type to search": "Gõ để tìm",
    "Close Search": "Đóng tìm kiếm",
    "Next Result": "Kết quả sau",
    "Previous Result": "Kết quả trước",
    "Clear selection": "Bỏ chọn",
    "Add row": "Thêm dòng",
    "Delete row(s)": "Xoá dòng",
    "Dataframe column menu": "Trình đơn của cột",
    "Copy column name": "Chép tên cột",
    "Sort ascending": "Xếp tăng dần",
    "Sort descending": "Xếp giảm dần",
    "Statistics": "Thống kê",
    "Format": "Định dạng",
    "Autosize": "Vừa độ rộng",
    "Pin column": "Ghim cột",
    "Unpin column": "Bỏ ghim cột",
    "Hide column": "Ẩn cột",
    "No data": "Không có dữ liệu",
    "Count": "Số giá trị",
    "Empty": "Trống",
    "Distinct": "Khác nhau",
    "Minimum": "Nhỏ nhất",
    "Maximum": "Lớn nhất",
    "Average": "Trung bình",
    "Median": "Trung vị",
    "Sum": "Tổng",
    "Range": "Khoảng",
    "Values": "Giá trị",
    "Standard deviation": "Độ lệch chuẩn",
    "25th percentile": "Phân vị 25",
    "75th percentile": "Phân vị 75",
    "Minimum length": "Độ dài nhỏ nhất",
    "Maximum length": "Độ dài lớn nhất",
    "Average length": "Độ dài trung bình",
    "Based on sample": "Tính trên mẫu",
  }));

  const patterns = [
    [/^(\d+)\s?([KMG]B) per file$/, "tối đa $1 $2 mỗi tệp"],
    [/^File must be (\d+)\s?([KMG]B) or smaller\.?$/, "Tệp lớn hơn $1 $2. Chia nhỏ hoặc bỏ bớt trang tính."],
    [/^.* files are not allowed\.$/, "Không nhận loại tệp này."],
    [/^Remove (.+)$/, "Bỏ $1"],
    [/^Page (\d+)$/, "Trang $1"],
    [/^[a-z0-9_ ]+ icon$/, "biểu tượng"],
    [/^Help for (.+)$/, "Giải thích: $1"],
    [/^(\d+) options? available\.$/, "Có $1 mục."],
    [/^(\d+) results?$/, "$1 kết quả"],
    [/^(\d+) of (\d+)$/, "$1 trên $2"],
    [/^View (\d+) more$/, "Xem thêm $1 trang"],
    [/^View less$/, "Thu gọn"],
    [/^You have requested page \/(.*), but no corresponding file.*$/s, "Không có trang “$1”. Đang mở trang đầu."],
    [/^The page that you have requested does not seem to exist.*$/s, "Trang đã gọi không có. Đang mở trang đầu."],
    [/^This app has encountered an error\..*$/s, "Trang này gặp lỗi. Chi tiết nằm trong nhật ký của máy chủ."],
    [/^Made with Streamlit v(.+)$/, "Nền tảng Streamlit $1"],
  ];

  const attributes = ["aria-label", "title", "placeholder", "alt"];

  const inVietnamese = (text) => {
    const words = text.trim();
    if (words.length < 3) return null;
    const known = exact.get(words);
    if (known !== undefined) return text.replace(words, () => known);
    // A tool of a table or a chart is named with what it belongs to: "Search: Các lần nạp".
    const [, tool, of] = words.match(/^([A-Z][^:]+)(: .+)$/s) ?? [];
    if (exact.has(tool)) return text.replace(words, () => exact.get(tool) + of);
    const pattern = patterns.find(([shape]) => shape.test(words));
    return pattern ? text.replace(words, words.replace(pattern[0], pattern[1])) : null;
  };

  // An icon is drawn by a ligature: its text is its name.
  const isDrawn = (element) =>
    element.dataset?.testid === "stIconMaterial" || element instanceof SVGElement ||
    ["SCRIPT", "STYLE", "TD", "CANVAS", "TEXTAREA"].includes(element.tagName);

  const translateText = (node) => {
    if (!node.parentElement || isDrawn(node.parentElement)) return;
    const words = inVietnamese(node.data);
    if (words !== null && words !== node.data) node.data = words;
  };

  const translateAttributes = (element) => {
    for (const name of attributes) {
      const text = element.getAttribute(name);
      const words = text && inVietnamese(text);
      if (words && words !== text) element.setAttribute(name, words);
    }
  };

  const translate = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return translateText(node);
    if (node.nodeType !== Node.ELEMENT_NODE || isDrawn(node)) return;
    translateAttributes(node);
    node.childNodes.forEach(translate);
  };

  // A table's cells and the box in which one is being typed hold people's words only: looking at
  // each of their changes would slow down whoever types fast.
  const inTable = (node) =>
    (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("canvas, #portal");

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (inTable(change.target)) continue;
      if (change.type === "childList") change.addedNodes.forEach(translate);
      else if (change.type === "characterData") translateText(change.target);
      else if (!isDrawn(change.target)) translateAttributes(change.target);
    }
  }).observe(document.body, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: attributes,
  });
  document.documentElement.lang = "vi";
  translate(document.body);
})();
